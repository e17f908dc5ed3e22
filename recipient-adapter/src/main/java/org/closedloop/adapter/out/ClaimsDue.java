package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

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

  private final Db db;
  private final Strikes strikes;

  ClaimsDue(Db db, Strikes strikes) {
    this.db = db;
    this.strikes = strikes;
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

  /** The broker has it. Completes when it is struck out, which may take a moment. */
  Uni<Void> strike(ClaimDue claim) {
    return strikes.one(claim);
  }
}
