package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.core.Referral;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Keeps the table of what is parked in step with the decisions about deliveries, in the decision's
 * own transaction: what the adapter parked is added; what was replayed, discarded or settled by
 * itself is resolved.
 */
final class ParkedDeliveries {

  /** The package itself follows from the decision that opened the referral. */
  private static final long PACKAGE = 1;

  private static final String RESOLVE =
      "update ParkedRow set state = :state, resolvedAt = :at, resolution = :how, resolvedBy = :by"
          + " where referralId = :referral and kind = :kind and state = 'parked'"
          + " and sequence <= :last";

  /** Bytes of the message that waits, as it is stored. */
  private static final String SIZE =
      "select coalesce(max(octet_length(p.sealed)), 0) from event e"
          + " join payload p on p.id = e.payload_id"
          + " where e.referral_id = :referral and e.sequence = :sequence";

  private final StatelessSession session;

  ParkedDeliveries(StatelessSession session) {
    this.session = session;
  }

  /**
   * Does what a decision brings.
   *
   * @param before the referral before it, if there was one
   */
  Uni<Void> follow(Decision decision, Optional<Referral> before) {
    if (!decision.accepted()) {
      return Uni.createFrom().voidItem();
    }
    return switch (decision.claim().kind()) {
      case ATTEMPT -> attempted(decision);
      case REPLAY -> resolve(decision, ParkedRow.REPLAYED, ParkedRow.REPLAYED, Long.MAX_VALUE);
      case DISCARD -> resolve(decision, ParkedRow.DISCARDED, reason(decision), Long.MAX_VALUE);
      case DELIVERED, REPORT ->
          decision.delivery() == Delivery.DELIVERED
                  && before.filter(r -> r.delivery() == Delivery.PARKED).isPresent()
              ? resolve(decision, ParkedRow.REPLAYED, "delivered", PACKAGE)
              : Uni.createFrom().voidItem();
      case UNDELIVERABLE, WITHDRAWN ->
          resolve(decision, ParkedRow.DISCARDED, reason(decision), Long.MAX_VALUE);
      case SUBMISSION, ROUTED, REVOCATION, CONSENT_REVOKED -> Uni.createFrom().voidItem();
    };
  }

  private static String reason(Decision decision) {
    return Optional.ofNullable(decision.claim().reason())
        .orElseGet(() -> decision.claim().kind().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Uni<Void> attempted(Decision decision) {
    Attempt attempt = decision.claim().attempt();
    boolean waits =
        attempt.parked()
            && decision.delivery() != Delivery.WITHDRAWN
            && decision.delivery() != Delivery.UNDELIVERABLE
            && (attempt.sequence() > PACKAGE || decision.delivery() != Delivery.DELIVERED);
    return waits
        ? size(decision, attempt).chain(size -> session.insert(row(decision, attempt, size)))
        : Uni.createFrom().voidItem();
  }

  private Uni<Integer> size(Decision decision, Attempt attempt) {
    return session
        .createNativeQuery(SIZE, Integer.class)
        .setParameter("referral", UUID.fromString(decision.referralId()))
        .setParameter("sequence", attempt.sequence())
        .getSingleResult();
  }

  private static ParkedRow row(Decision decision, Attempt attempt, int size) {
    ParkedRow row = ParkedRow.of(ParkedKind.DELIVERY, decision.eventId(), decision.decidedAt());
    row.referralId = UUID.fromString(decision.referralId());
    row.word = attempt.word();
    row.sequence = attempt.sequence();
    row.size = size;
    return row;
  }

  private Uni<Void> resolve(Decision decision, String state, String how, long last) {
    Claim claim = decision.claim();
    Instant at = decision.decidedAt();
    return session
        .createMutationQuery(RESOLVE)
        .setParameter("state", state)
        .setParameter("at", at)
        .setParameter("how", how)
        .setParameter("by", claim.party().equals(Claim.OPS) ? claim.claimId() : null)
        .setParameter("referral", UUID.fromString(decision.referralId()))
        .setParameter("kind", ParkedKind.DELIVERY.word())
        .setParameter("last", last)
        .executeUpdate()
        .replaceWithVoid();
  }
}
