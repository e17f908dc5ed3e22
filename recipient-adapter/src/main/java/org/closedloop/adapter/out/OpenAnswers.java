package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.outcome.Finding;

/**
 * Who may ask what became of a message that was answered with 202. Kept in the database, so that
 * any instance can tell, also after a restart.
 */
@ApplicationScoped
public class OpenAnswers {

  private static final String NOTE =
      """
      insert into open_answer (claim_id, party, message_id, notes)
      values (:claim, :party, :message, :notes)
      on conflict (claim_id, party) do nothing
      """;

  private static final String FORGET =
      "delete from open_answer where created_at < now() - interval '7 days'";

  private final Db db;

  OpenAnswers(Db db) {
    this.db = db;
  }

  /**
   * Notes that a party was told to come back.
   *
   * @param messageId MessageHeader.id; empty for a bare Task
   * @param notes what the sender is to be told beside the verdict
   */
  public Uni<Void> note(
      String claimId, String party, Optional<String> messageId, List<Finding> notes) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(NOTE)
                .setParameter("claim", claimId)
                .setParameter("party", party)
                .setParameter("message", messageId.orElse(""))
                .setParameter("notes", new String(RecordJson.write(notes), StandardCharsets.UTF_8))
                .executeUpdate()
                .replaceWithVoid());
  }

  /** What a party was told to come back for; empty when it was not, or long ago. */
  public Uni<Optional<OpenAnswer>> find(String claimId, String party) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(
                    "select message_id, notes from open_answer"
                        + " where claim_id = :claim and party = :party",
                    Object[].class)
                .setParameter("claim", claimId)
                .setParameter("party", party)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(OpenAnswers::open)));
  }

  /** Forgets what is older than a week. */
  Uni<Integer> sweep() {
    return db.inTransaction(session -> session.createNativeQuery(FORGET).executeUpdate());
  }

  private static OpenAnswer open(Object[] row) {
    String message = (String) row[0];
    byte[] notes = ((String) row[1]).getBytes(StandardCharsets.UTF_8);
    return new OpenAnswer(
        message.isEmpty() ? Optional.empty() : Optional.of(message),
        List.of(RecordJson.read(notes, Finding[].class)));
  }

  /**
   * A message somebody may ask about.
   *
   * @param messageId MessageHeader.id; empty for a bare Task
   * @param notes what the sender is to be told beside the verdict
   */
  public record OpenAnswer(Optional<String> messageId, List<Finding> notes) {}
}
