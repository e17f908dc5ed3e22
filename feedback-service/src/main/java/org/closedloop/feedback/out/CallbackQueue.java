package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

  /** Longer than a push can take. */
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final String DUE =
      """
      from CallbackRow c
      where c.state = 'OPEN' and c.nextAt <= :now
        and (c.leasedUntil is null or c.leasedUntil <= :now)
        and not exists (
          select 1 from CallbackRow before
          where before.referralId = c.referralId and before.sequence < c.sequence
            and before.state <> 'DONE')
      order by c.nextAt
      """;

  private final Transactions transactions;
  private final Clock clock;

  CallbackQueue(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Takes what is due; nobody else gets it while the lease lasts. */
  Uni<List<Callback>> lease(int atMost) {
    Instant now = clock.instant();
    return transactions.write(
        session ->
            session
                .createQuery(DUE, CallbackRow.class)
                .setParameter("now", now)
                .setMaxResults(atMost)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList()
                .chain(
                    rows ->
                        Multi.createFrom()
                            .iterable(rows)
                            .onItem()
                            .transformToUniAndConcatenate(row -> taken(session, row, now))
                            .collect()
                            .asList()));
  }

  private static Uni<Callback> taken(StatelessSession session, CallbackRow row, Instant now) {
    row.lease(now.plus(LEASE));
    return session
        .update(row)
        .chain(() -> session.get(PayloadRow.class, row.payloadId))
        .map(
            payload ->
                new Callback(
                    row.id.toString(),
                    row.referralId.toString(),
                    row.party,
                    row.attempts,
                    payload.message()));
  }

  /** Writes down what became of a callback. */
  Uni<Void> settle(String id, CallbackFate fate) {
    Instant now = clock.instant();
    return transactions.write(
        session ->
            session
                .get(CallbackRow.class, UUID.fromString(id), LockMode.PESSIMISTIC_WRITE)
                .chain(
                    row -> {
                      row.settle(fate, now);
                      return session.update(row);
                    }));
  }
}
