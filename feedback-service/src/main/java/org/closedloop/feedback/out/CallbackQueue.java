package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.closedloop.feedback.core.CallbackFate;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Callbacks in the database. Of each referral only the first unfinished one is handed out: later
 * ones wait, behind a parked one too (design section 4.3). A lease that is not settled, because the
 * process died, comes back by itself.
 */
@ApplicationScoped
public class CallbackQueue {

  /** Longer than an attempt can take. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** Opens a callback again: due at once, with a new time to give up. */
  static final String REOPEN =
      "update callback set state = 'OPEN', parked_word = null, done_at = null, tries = 0,"
          + " first_tried_at = null, next_at = clock_timestamp()";

  /** Ends a callback that nobody takes. */
  static final String END = "update callback set state = 'DISCARDED', done_at = clock_timestamp()";

  private static final String OF_REFERRAL = " where referral_id = :referral and state = 'PARKED'";

  private final Transactions transactions;

  CallbackQueue(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Takes what is due; nobody else gets it while the lease lasts.
   *
   * @param room how many a party may have now; asked once for each party with something due
   */
  Uni<List<Callback>> lease(ToIntFunction<String> room) {
    long asked = System.nanoTime();
    return transactions.write(session -> new CallbackLeases(session, asked).take(room));
  }

  /** Writes down what became of an attempt. */
  Uni<Void> settle(Callback callback, CallbackFate fate) {
    return transactions.write(
        session ->
            session
                .get(CallbackRow.class, UUID.fromString(callback.id()), LockMode.PESSIMISTIC_WRITE)
                .chain(
                    row ->
                        DatabaseClock.now(session)
                            .chain(now -> settle(session, row, callback.attempts(), fate, now))));
  }

  private static Uni<Void> settle(
      StatelessSession session, CallbackRow row, int attempt, CallbackFate fate, Instant now) {
    row.settle(attempt, fate, now);
    return session
        .update(row)
        .chain(
            () ->
                row.watched
                    ? OverdueRow.lookSoon(session, row.referralId)
                    : Uni.createFrom().voidItem());
  }

  /**
   * Opens the parked callback of a referral again: it is due at once, with a new time to give up.
   *
   * @return how many were parked, 0 or 1
   */
  public Uni<Integer> replay(String referralId) {
    return ofParked(REOPEN, referralId);
  }

  /**
   * Ends the parked callback of a referral; the next one goes on.
   *
   * @return how many were parked, 0 or 1
   */
  public Uni<Integer> discard(String referralId) {
    return ofParked(END, referralId);
  }

  private Uni<Integer> ofParked(String statement, String referralId) {
    UUID referral = UUID.fromString(referralId);
    return transactions.write(
        session ->
            session
                .createNativeQuery(statement + OF_REFERRAL)
                .setParameter("referral", referral)
                .executeUpdate()
                .call(() -> OverdueRow.lookSoon(session, referral)));
  }

  /** What is parked, oldest first. */
  public Uni<List<CallbackView>> parked(int atMost) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from CallbackRow where state = 'PARKED' order by doneAt",
                        CallbackRow.class)
                    .setMaxResults(atMost)
                    .getResultList())
        .map(rows -> rows.stream().map(CallbackView::of).toList());
  }

  /** All callbacks of a referral, in sequence. */
  public Uni<List<CallbackView>> of(String referralId) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from CallbackRow where referralId = :id order by sequence",
                        CallbackRow.class)
                    .setParameter("id", UUID.fromString(referralId))
                    .getResultList())
        .map(rows -> rows.stream().map(CallbackView::of).toList());
  }
}
