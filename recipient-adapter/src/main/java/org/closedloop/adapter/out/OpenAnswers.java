package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may ask what became of a message that was answered with 202. Kept in the database, so that
 * any instance can tell, also after a restart.
 */
@ApplicationScoped
public class OpenAnswers {

  private static final String NOTE =
      """
      insert into open_answer (claim_id, party, message_id) values (:claim, :party, :message)
      on conflict (claim_id, party) do nothing
      """;

  private static final String FORGET =
      "delete from open_answer where created_at < now() - interval '1 day'";

  private final Db db;

  OpenAnswers(Db db) {
    this.db = db;
  }

  /**
   * Notes that a party was told to come back.
   *
   * @param messageId MessageHeader.id; empty for a bare Task
   */
  public Uni<Void> note(String claimId, String party, Optional<String> messageId) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(NOTE)
                .setParameter("claim", claimId)
                .setParameter("party", party)
                .setParameter("message", messageId.orElse(""))
                .executeUpdate()
                .replaceWithVoid());
  }

  /** What a party was told to come back for; empty when it was not, or long ago. */
  public Uni<Optional<OpenAnswer>> find(String claimId, String party) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(
                    "select message_id from open_answer where claim_id = :claim and party = :party",
                    String.class)
                .setParameter("claim", claimId)
                .setParameter("party", party)
                .getSingleResultOrNull()
                .map(message -> Optional.ofNullable(message).map(OpenAnswers::open)));
  }

  /** Forgets what is older than a day. */
  Uni<Integer> sweep() {
    return db.inTransaction(session -> session.createNativeQuery(FORGET).executeUpdate());
  }

  private static OpenAnswer open(String message) {
    return new OpenAnswer(message.isEmpty() ? Optional.empty() : Optional.of(message));
  }

  /**
   * A message somebody may ask about.
   *
   * @param messageId MessageHeader.id; empty for a bare Task
   */
  public record OpenAnswer(Optional<String> messageId) {}
}
