package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.closedloop.kit.Rounds;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The claims that are noted and not said yet. Whoever takes some to say them moves them on for a
 * moment, so that two instances seldom say the same.
 */
@ApplicationScoped
class ClaimsDue {

  /** How many are taken at a time. */
  static final int AT_A_TIME = 100;

  private static final String ATTEMPTS =
      """
      update attempt_due set say_after = now() + interval '5 seconds'
      where id in (
        select one.id from attempt_due one
        where one.say_after < now()
        order by one.failed_at, one.number
        limit 100
        for update skip locked)
      returning *
      """;

  /** One from the future was noted by an instance whose clock is ahead. */
  private static final String OF_DELIVERIES =
      """
      update delivery set changed_at = now()
      where id in (
        select one.id from delivery one
        where one.claim_due is not null
          and (one.changed_at < now() - interval '2 seconds'
            or one.changed_at > now() + interval '2 seconds')
          and not exists (
            select 1 from attempt_due before where before.referral_id = one.referral_id)
        order by one.changed_at
        limit 100
        for update skip locked)
      returning *
      """;

  /**
   * Locked one after the other in the order everybody locks them in. If it is forgotten in a crash
   * the claim is said again, which is harmless: nobody waits for the disk.
   */
  private static final String STRIKE =
      """
      update delivery it set claim_due = null
      from (
        select one.id, set_config('synchronous_commit', 'off', true) from delivery one
        where one.id in (:ids) and one.id || '/' || one.claim_due in (:due)
        order by one.referral_id, one.sequence
        for update) mine
      where it.id = mine.id
      """;

  private static final int SIDE_BY_SIDE = 2;
  private static final int AT_ONCE = 64;

  private final Db db;
  private final Rounds<ClaimDue, Void> strikes =
      new Rounds<>(SIDE_BY_SIDE, AT_ONCE, this::strikeAll);

  ClaimsDue(Db db) {
    this.db = db;
  }

  /** Failed attempts that were left behind, in order. */
  Uni<List<ClaimDue>> attempts() {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(ATTEMPTS, AttemptRow.class)
                .getResultList()
                .map(rows -> rows.stream().sorted(IN_ORDER).map(AttemptRow::claimDue).toList()));
  }

  private static final Comparator<AttemptRow> IN_ORDER =
      Comparator.comparing(AttemptRow::referralId)
          .thenComparing(AttemptRow::sequence)
          .thenComparing(AttemptRow::number);

  /** What became of messages and was left behind; nothing of whose attempts is left. */
  Uni<List<ClaimDue>> ofDeliveries() {
    return db.inTransaction(
        session ->
            session
                .createNativeQuery(OF_DELIVERIES, DeliveryRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(DeliveryRow::claimDue).toList()));
  }

  /** The broker has it. */
  Uni<Void> strike(ClaimDue claim) {
    return strikes.one(claim);
  }

  private Uni<List<Void>> strikeAll(List<ClaimDue> claims) {
    return db.inTransaction(
        session ->
            strikeAttempts(session, claims)
                .chain(() -> strikeDeliveries(session, claims))
                .replaceWith(Collections.nCopies(claims.size(), null)));
  }

  private static Uni<Integer> strikeAttempts(Mutiny.Session session, List<ClaimDue> claims) {
    List<String> ids =
        claims.stream()
            .filter(ClaimDue.OfAttempt.class::isInstance)
            .map(claim -> ((ClaimDue.OfAttempt) claim).id())
            .toList();
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : session
            .createMutationQuery("delete from AttemptRow where id in :ids")
            .setParameter("ids", ids)
            .executeUpdate();
  }

  /** A row may be due for another claim by now, so id and kind belong together. */
  private static Uni<Integer> strikeDeliveries(Mutiny.Session session, List<ClaimDue> claims) {
    List<String> due =
        claims.stream()
            .filter(ClaimDue.OfDelivery.class::isInstance)
            .map(ClaimDue.OfDelivery.class::cast)
            .map(claim -> claim.deliveryId() + "/" + claim.kind())
            .toList();
    return due.isEmpty()
        ? Uni.createFrom().item(0)
        : session
            .createNativeQuery(STRIKE)
            .setParameter("ids", due.stream().map(one -> one.split("/")[0]).toList())
            .setParameter("due", due)
            .executeUpdate();
  }
}
