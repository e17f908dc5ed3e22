package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.codec.RecordJson;

/**
 * What people began to type, kept until it is sent: a draft a form, shared by a program's people.
 */
@ApplicationScoped
public class Drafts {

  private final Db db;
  private final Clock clock;

  Drafts(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A draft as it is kept.
   *
   * @param values by name of the box
   */
  public record Draft(Map<String, String> values) {

    public Draft {
      values = Map.copyOf(values);
    }
  }

  /** The draft of a form; empty when there is none. */
  public Uni<Optional<Draft>> find(String program, String referralId, String form) {
    return db.inTransaction(
        session ->
            session
                .find(DraftRow.class, new DraftRow.Key(program, referralId, form))
                .map(row -> Optional.ofNullable(row).map(found -> read(found.content))));
  }

  /** Keeps what was typed; the last one who types wins. */
  public Uni<Void> keep(String program, String referralId, String form, String user, Draft draft) {
    return db.inTransaction(
        session -> {
          DraftRow row = new DraftRow();
          row.program = program;
          row.referralId = referralId;
          row.form = form;
          row.content = EnvelopeCodec.seal(Envelope.ofPayload(RecordJson.write(draft)));
          row.changedBy = user;
          row.changedAt = clock.instant();
          return session.merge(row).replaceWithVoid();
        });
  }

  /** It was sent, or is not needed any more. */
  public Uni<Void> drop(String program, String referralId) {
    return db.inTransaction(
        session ->
            session
                .createMutationQuery(
                    "delete from DraftRow where program = :program" + " and referralId = :referral")
                .setParameter("program", program)
                .setParameter("referral", referralId)
                .executeUpdate()
                .replaceWithVoid());
  }

  /** Forgets what nobody has touched for a month. */
  Uni<Void> sweep() {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(
                    "delete from draft where changed_at < now() - interval '30 days'")
                .executeUpdate()
                .replaceWithVoid());
  }

  private static Draft read(byte[] content) {
    return RecordJson.read(EnvelopeCodec.open(content).payload(), Draft.class);
  }
}
