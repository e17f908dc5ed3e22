package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.core.Referral;

/**
 * Keeps the table of what is parked in step with the decisions about deliveries, in the decision's
 * own transaction: what the adapter parked is added; what was replayed, discarded or settled by
 * itself is resolved.
 */
final class ParkedDeliveries {

  /** The package itself follows from the decision that opened the referral. */
  private static final long PACKAGE = 1;

  private static final String RESOLVE =
      "update parked set state = $1, resolved_at = $2, resolution = $3, resolved_by = $4"
          + " where referral_id = $5 and kind = $6 and state = 'parked' and sequence <= $7";

  /** Its size is that of the message that waits, as it is stored. */
  private static final String PARK =
      "insert into parked (id, kind, referral_id, word, sequence, parked_at, state, size)"
          + " values ($1, $2, $3, $4, $5, $6, 'parked', coalesce((select octet_length(p.sealed)"
          + " from event e join payload p on p.id = e.payload_id"
          + " where e.referral_id = $3 and e.sequence = $5), 0))";

  private final Sql sql;

  ParkedDeliveries(Sql sql) {
    this.sql = sql;
  }

  /**
   * Begins what a decision brings.
   *
   * @param before the referral before it, if there was one
   */
  Future<?> follow(Decision decision, Optional<Referral> before) {
    if (!decision.accepted()) {
      return Future.succeededFuture();
    }
    return switch (decision.claim().kind()) {
      case ATTEMPT -> attempted(decision);
      case REPLAY -> resolve(decision, ParkedRow.REPLAYED, ParkedRow.REPLAYED, Long.MAX_VALUE);
      case DISCARD -> resolve(decision, ParkedRow.DISCARDED, reason(decision), Long.MAX_VALUE);
      case DELIVERED, REPORT ->
          decision.delivery() == Delivery.DELIVERED
                  && before.filter(r -> r.delivery() == Delivery.PARKED).isPresent()
              ? resolve(decision, ParkedRow.REPLAYED, "delivered", PACKAGE)
              : Future.succeededFuture();
      case UNDELIVERABLE, WITHDRAWN ->
          resolve(decision, ParkedRow.DISCARDED, reason(decision), Long.MAX_VALUE);
      case SUBMISSION, ROUTED, REVOCATION, CONSENT_REVOKED -> Future.succeededFuture();
    };
  }

  private static String reason(Decision decision) {
    return Optional.ofNullable(decision.claim().reason())
        .orElseGet(() -> decision.claim().kind().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Future<?> attempted(Decision decision) {
    Attempt attempt = decision.claim().attempt();
    boolean waits =
        attempt.parked()
            && decision.delivery() != Delivery.WITHDRAWN
            && decision.delivery() != Delivery.UNDELIVERABLE
            && (attempt.sequence() > PACKAGE || decision.delivery() != Delivery.DELIVERED);
    return waits ? park(decision, attempt) : Future.succeededFuture();
  }

  private Future<?> park(Decision decision, Attempt attempt) {
    ParkedRow row = ParkedRow.of(ParkedKind.DELIVERY, decision.eventId(), decision.decidedAt());
    return sql.run(
        PARK,
        Tuple.of(
            row.id,
            row.kind,
            UUID.fromString(decision.referralId()),
            attempt.word(),
            attempt.sequence(),
            Sql.time(row.parkedAt)));
  }

  private Future<?> resolve(Decision decision, String state, String how, long last) {
    Claim claim = decision.claim();
    return sql.run(
        RESOLVE,
        Tuple.of(
            state,
            Sql.time(decision.decidedAt()),
            how,
            claim.party().equals(Claim.OPS) ? claim.claimId() : null,
            UUID.fromString(decision.referralId()),
            ParkedKind.DELIVERY.word(),
            last));
  }
}
