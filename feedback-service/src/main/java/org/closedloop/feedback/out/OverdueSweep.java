package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.kit.kafka.HubRecords;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * The timers: raises each referral that is late once, whatever instance sees it first, and clears
 * it when it moved on. Looks only at referrals whose time has come, and at messages that wait for
 * an initiator for a minute.
 */
@ApplicationScoped
public class OverdueSweep {

  private static final int PAGE = 100;
  private static final int PAGES = 50;
  private static final Duration UNTOLD = Duration.ofMinutes(1);

  private static final String DUE = "from ReferralRow where checkAt <= :now order by checkAt";
  private static final String UNTOLD_OF =
      "from ReferralRow r where r.id in ("
          + "select c.referralId from CallbackRow c where c.state in ('OPEN', 'PARKED')"
          + " and c.watched = false and c.createdAt <= :now)";

  /** Waits for no row: whoever settles a callback locks it before its referral. */
  private static final String WATCHED =
      """
      update callback set watched = true where id in (
        select id from callback
        where referral_id in (:ids) and state in ('OPEN', 'PARKED') and not watched
          and created_at <= :now
        for update skip locked)
      """;

  private final Transactions transactions;
  private final TimersOf timers;
  private final Broadcast broadcast;
  private final MeterRegistry meters;

  OverdueSweep(
      Transactions transactions, TimersOf timers, Broadcast broadcast, MeterRegistry meters) {
    this.transactions = transactions;
    this.timers = timers;
    this.broadcast = broadcast;
    this.meters = meters;
  }

  /** One sweep by the database's clock; fails when the database does. */
  public Uni<Void> sweep() {
    return transactions.read(DatabaseClock::now).chain(now -> sweep(now));
  }

  /** One sweep as of some time. */
  Uni<Void> sweep(Instant now) {
    return pages(DUE, now, now, PAGES)
        .chain(() -> pages(UNTOLD_OF, now.minus(UNTOLD), now, PAGES))
        .chain(() -> tell(PAGES));
  }

  private Uni<Void> pages(String query, Instant before, Instant now, int left) {
    return transactions
        .write(session -> page(session, query, before, now))
        .chain(
            looked ->
                looked < PAGE || left <= 1
                    ? Uni.createFrom().voidItem()
                    : pages(query, before, now, left - 1));
  }

  private Uni<Integer> page(StatelessSession session, String query, Instant before, Instant now) {
    return session
        .createQuery(query, ReferralRow.class)
        .setParameter("now", before)
        .setMaxResults(PAGE)
        .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList()
        .call(rows -> watched(session, rows, before))
        .chain(
            rows ->
                new OverdueCheck(session, timers, now)
                    .look(rows)
                    .invoke(raised -> raised.forEach(this::count))
                    .replaceWith(rows.size()));
  }

  private static Uni<Integer> watched(
      StatelessSession session, List<ReferralRow> rows, Instant before) {
    List<UUID> ids = rows.stream().map(row -> row.id).toList();
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : session
            .createNativeQuery(WATCHED)
            .setParameter("ids", ids)
            .setParameter("now", before)
            .executeUpdate();
  }

  private void count(OverdueRow row) {
    meters
        .counter(
            "hub.overdue.raised", "stage", row.stage, "turn", row.turn, "use_case", row.useCase)
        .increment();
  }

  /** Tells referral.status what was raised and cleared; what it does not take now, later. */
  private Uni<Void> tell(int left) {
    return transactions
        .write(this::tellPage)
        .chain(told -> told < PAGE || left <= 1 ? Uni.createFrom().voidItem() : tell(left - 1));
  }

  private Uni<Integer> tellPage(StatelessSession session) {
    return session
        .createQuery("from OverdueRow where told = false order by raisedAt", OverdueRow.class)
        .setMaxResults(PAGE)
        .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList()
        .chain(rows -> tellAll(session, rows));
  }

  /** Completes with how many were told; the first that fails is the last that is tried. */
  private Uni<Integer> tellAll(StatelessSession session, List<OverdueRow> rows) {
    Uni<Integer> all = Uni.createFrom().item(0);
    for (int i = 0; i < rows.size(); i++) {
      OverdueRow row = rows.get(i);
      int before = i;
      all =
          all.chain(
              done ->
                  done < before
                      ? Uni.createFrom().item(done)
                      : tell(session, row).map(told -> told ? done + 1 : done));
    }
    return all;
  }

  private Uni<Boolean> tell(StatelessSession session, OverdueRow row) {
    return session
        .get(ReferralRow.class, row.referralId)
        .chain(referral -> broadcast.status(HubRecords.overdue(row.event(referral))))
        .call(
            told -> {
              row.told = told;
              return told ? session.update(row) : Uni.createFrom().voidItem();
            });
  }
}
