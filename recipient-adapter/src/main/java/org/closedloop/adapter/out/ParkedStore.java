package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is put aside for a person, and what becomes of it: tried again, given up, or ended by the
 * hub when nobody came.
 */
@ApplicationScoped
class ParkedStore {

  /** True for a row {@code one} of table delivery that is never to be sent. */
  static final String GIVEN_UP =
      """
      exists (select 1 from given_up gone
        where gone.referral_id = one.referral_id and one.sequence <= gone.up_to)
      """;

  private static final int AT_A_TIME = 100;

  /** A journal that is read again, from wherever, repeats no command: its decision is not newer. */
  private static final String REPLAY =
      """
      update delivery set
        state = 'waiting',
        next_at = now(),
        tried_since = null,
        tries_before = attempts,
        parked_until = null,
        changed_at = now()
      where referral_id = :referral
        and state = 'parked'
        and sequence < :sequence
        and not exists (select 1 from task_view seen
          where seen.referral_id = :referral and seen.sequence >= :sequence)
      returning *
      """;

  private static final String NOTE =
      """
      insert into given_up (referral_id, up_to) values (:referral, :upTo)
      on conflict (referral_id) do update set up_to = greatest(given_up.up_to, excluded.up_to)
      """;

  private static final String WITHDRAW =
      """
      update delivery set
        state = 'withdrawn',
        maybe_arrived = maybe_arrived or state = 'leased',
        leased_until = null,
        changed_at = now()
      where id in (
        select one.id from delivery one
        where (one.state in ('waiting', 'parked')
            or one.state = 'leased' and one.leased_until < now())
          and\040\
      """
          + GIVEN_UP
          + """
            for update skip locked)
          """;

  private static final String PARKED_TOO_LONG =
      "select distinct referral_id from delivery"
          + " where state = 'parked' and parked_until < now() limit "
          + AT_A_TIME;

  private final Db db;

  ParkedStore(Db db) {
    this.db = db;
  }

  /**
   * Puts back what is parked of a referral; how long it may be tried begins anew.
   *
   * @param before only messages of decisions before this one
   */
  Uni<Consequences> replay(String referralId, long before) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(REPLAY, DeliveryRow.class)
                .setParameter("referral", referralId)
                .setParameter("sequence", before)
                .getResultList()
                .map(ParkedStore::toBeSent));
  }

  private static Consequences toBeSent(List<DeliveryRow> rows) {
    return new Consequences(
        rows.stream().map(DeliveryRow::program).collect(Collectors.toSet()), List.of());
  }

  /**
   * Notes that messages of a referral are never sent. Whoever decided that knows it, so nothing is
   * said of them.
   *
   * @param upTo number of the last decision whose message is meant
   */
  Uni<Void> giveUp(String referralId, long upTo) {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(NOTE)
                .setParameter("referral", referralId)
                .setParameter("upTo", upTo)
                .executeUpdate()
                .chain(() -> withdraw(session)));
  }

  /** Takes out what was given up and nobody is handing over. */
  Uni<Void> withdrawGivenUp() {
    return db.inTransaction(ParkedStore::withdraw);
  }

  private static Uni<Void> withdraw(Mutiny.Session session) {
    return session.createNativeQuery(WITHDRAW).executeUpdate().replaceWithVoid();
  }

  /** Ends what waited for a person for too long. */
  Uni<Consequences> endParkedTooLong() {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(PARKED_TOO_LONG, String.class)
                .getResultList()
                .chain(referrals -> end(session, Set.copyOf(referrals))));
  }

  private static Uni<Consequences> end(Mutiny.Session session, Set<String> referrals) {
    return referrals.isEmpty()
        ? Uni.createFrom().item(new Consequences(Set.of(), List.of()))
        : DeliveryRows.lock(session, referrals)
            .chain(rows -> DeliveryRows.now(session).map(now -> end(rows, now)));
  }

  private static Consequences end(List<DeliveryRow> locked, Instant now) {
    Map<String, List<DeliveryRow>> byReferral =
        locked.stream().collect(Collectors.groupingBy(DeliveryRow::referralId));
    List<DeliveryRow> ended = locked.stream().filter(row -> row.parkedTooLong(now)).toList();
    ended.forEach(row -> end(row, byReferral.get(row.referralId()), now));
    return new Consequences(
        Set.of(), ended.stream().map(DeliveryRow::claimDue).filter(Objects::nonNull).toList());
  }

  /** What follows a package that the program certainly does not have goes with it. */
  private static void end(DeliveryRow row, List<DeliveryRow> rows, Instant now) {
    if (row.referral() && row.queued().canBeTakenBack()) {
      rows.forEach(each -> each.suppressed(now));
    }
    row.undeliverable(now);
  }
}
