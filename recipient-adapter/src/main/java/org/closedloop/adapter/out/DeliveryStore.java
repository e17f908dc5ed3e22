package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.AfterAttempt;
import org.closedloop.adapter.core.AttemptPolicy;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.Backoff;
import org.closedloop.adapter.core.DeliveryState;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.core.directory.Directory;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The queues of all programs. Every change of a referral's messages happens in one transaction that
 * holds the locks of its rows, so that a worker and a cancellation cannot pass each other.
 */
@ApplicationScoped
public class DeliveryStore {

  private static final String LOCK =
      "from DeliveryRow where referralId in :referrals order by referralId, sequence";

  /**
   * Due, or left behind by a worker that died; nothing before it in its referral is open, and the
   * consent to a package holds at this moment.
   */
  private static final String TAKE =
      """
      update delivery set
        state = 'leased',
        attempts = attempts + 1,
        maybe_arrived = maybe_arrived or state = 'leased',
        leased_until = now() + :lease * interval '1 millisecond',
        changed_at = now()
      where id in (
        select one.id from delivery one
        where one.program = :program
          and (one.state = 'waiting' and one.next_at <= now()
            or one.state = 'leased' and one.leased_until < now())
          and not exists (
            select 1 from delivery earlier
            where earlier.referral_id = one.referral_id
              and earlier.sequence < one.sequence
              and earlier.state not in ('delivered', 'withdrawn'))
          and not (one.is_referral and
      """
          + ConsentStore.ENDED
          + """
              )
            order by one.next_at
            limit :places
            for update skip locked)
          returning *
          """;

  private static final String DUE_PROGRAMS =
      """
      select distinct program from delivery
      where state = 'waiting' and next_at <= now() or state = 'leased' and leased_until < now()
      """;

  private static final String HEARD_OF =
      "update DeliveryRow set maybeArrived = true where referralId = :referral"
          + " and program = :program and maybeArrived = false and state <> 'delivered'";

  private final Db db;
  private final Predicate<String> programKnown;
  private final Clock clock;
  private final Backoff backoff;
  private final long leaseMillis;

  DeliveryStore(Db db, Directory directory, Clock clock, AdapterConfig config) {
    this.db = db;
    this.programKnown = program -> directory.find(program).isPresent();
    this.clock = clock;
    this.backoff = new Backoff(config.firstPause(), config.longestPause());
    this.leaseMillis = config.lease().toMillis();
  }

  /**
   * Works routed messages into the queues, all or none. A message that came before changes nothing.
   */
  Uni<Consequences> enqueue(List<RoutedMessage> batch) {
    Set<String> referrals =
        batch.stream()
            .map(message -> message.routed().referralId())
            .collect(java.util.stream.Collectors.toSet());
    return db.inTransaction(
        session ->
            lock(session, referrals)
                .chain(
                    rows -> {
                      Arrivals arrivals = new Arrivals(rows, programKnown, clock.instant());
                      batch.forEach(arrivals::add);
                      return session
                          .persistAll(arrivals.fresh())
                          .map(done -> arrivals.consequences());
                    }));
  }

  /** Leases what is due for a program, at most as many as it has free places. */
  Uni<List<Parcel>> lease(String program, int places) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(TAKE, DeliveryRow.class)
                .setParameter("program", program)
                .setParameter("places", places)
                .setParameter("lease", leaseMillis)
                .getResultList()
                .map(rows -> rows.stream().map(DeliveryRow::parcel).toList()));
  }

  /**
   * Notes what came of an attempt. A success counts whoever holds the row by now; a failure only
   * while this lease lasts.
   */
  Uni<Optional<ClaimDue>> finish(Parcel parcel, AttemptResult result) {
    return db.inTransaction(
        session ->
            lock(session, Set.of(parcel.referralId())).map(rows -> conclude(rows, parcel, result)));
  }

  private Optional<ClaimDue> conclude(List<DeliveryRow> rows, Parcel parcel, AttemptResult result) {
    Optional<DeliveryRow> held =
        rows.stream()
            .filter(row -> row.sequence() == parcel.sequence())
            .filter(row -> concerns(row, parcel, result))
            .findFirst();
    held.ifPresent(row -> conclude(rows, row, result));
    return held.map(DeliveryRow::claimDue);
  }

  private static boolean concerns(DeliveryRow row, Parcel parcel, AttemptResult result) {
    boolean sameLease = row.is(DeliveryState.LEASED) && row.attempts() == parcel.attempts();
    boolean stillOpen = row.is(DeliveryState.LEASED) || row.is(DeliveryState.WAITING);
    return sameLease || (result instanceof AttemptResult.HandedOver && stillOpen);
  }

  private void conclude(List<DeliveryRow> rows, DeliveryRow row, AttemptResult result) {
    Instant now = clock.instant();
    boolean updateBehind = rows.stream().anyMatch(other -> other.sequence() > row.sequence());
    switch (AttemptPolicy.decide(row.queued(), result, updateBehind)) {
      case AfterAttempt.Delivered() -> row.delivered(now);
      case AfterAttempt.Park(String word) -> row.parked(word, now);
      case AfterAttempt.TryAgain(String word, boolean maybe) ->
          row.tryAgain(word, maybe, now.plus(backoff.after(row.attempts())), now);
      case AfterAttempt.Withdraw(String word) -> {
        row.failed(word);
        rows.forEach(each -> each.withdrawn(now));
      }
    }
  }

  /** Programs with something due. */
  Uni<List<String>> duePrograms() {
    return db.inTransaction(
        session -> session.createNativeQuery(DUE_PROGRAMS, String.class).getResultList());
  }

  /**
   * A program speaks of a referral, so it has it in some way: nothing of it is taken back any more.
   *
   * @return completes when that is on record
   */
  public Uni<Void> heardOf(String program, String referralId) {
    return db.inTransaction(
        session ->
            session
                .createMutationQuery(HEARD_OF)
                .setParameter("referral", referralId)
                .setParameter("program", program)
                .executeUpdate()
                .replaceWithVoid());
  }

  private static Uni<List<DeliveryRow>> lock(Mutiny.Session session, Collection<String> referrals) {
    return session
        .createSelectionQuery(LOCK, DeliveryRow.class)
        .setParameter("referrals", referrals)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
