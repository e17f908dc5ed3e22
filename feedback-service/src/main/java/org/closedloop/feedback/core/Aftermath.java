package org.closedloop.feedback.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.state.Actor;

/**
 * What a decision makes of its referral. Only the decision and the referral before it count, so
 * that whoever decides and whoever reads the journal arrive at the same. Pure.
 */
public final class Aftermath {

  private Aftermath() {}

  /**
   * The referral after a decision; empty for what belongs to no referral.
   *
   * @param decision with its {@link org.closedloop.core.claim.OnRecord}
   * @param before the referral before it; only the decision that opens it has none
   * @throws IllegalArgumentException when there should be one and is not
   */
  public static Optional<Referral> of(Decision decision, Optional<Referral> before) {
    if (decision.sequence() == 0) {
      return Optional.empty();
    }
    if (decision.accepted() && decision.sequence() == 1) {
      return Optional.of(opened(decision));
    }
    return Optional.of(
        changed(
            decision,
            before.orElseThrow(() -> new IllegalArgumentException("no referral before it"))));
  }

  private static Referral opened(Decision decision) {
    Claim claim = decision.claim();
    return new Referral(
        decision.referralId(),
        decision.submission(),
        claim.claimId(),
        claim.identity().fingerprint(),
        decision.to(),
        null,
        decision.delivery(),
        1,
        null,
        StageTimes.recorded(claimedAt(claim), decision.decidedAt()),
        decision.decidedAt());
  }

  private static Referral changed(Decision decision, Referral before) {
    if (!decision.accepted()) {
      return before.noted(before.delivery(), before.times(), decision.decidedAt());
    }
    if (decision.tid() != null) {
      return before.moved(
          decision.to(),
          decision.record().statusReason(),
          decision.delivery(),
          decision.feedbackBundleId(),
          decision.actor() == Actor.RECIPIENT
              ? before.times().responded(claimedAt(decision.claim()))
              : before.times(),
          decision.decidedAt());
    }
    return decision.messageId() != null
        ? before.reported(
            decision.delivery(), decision.record().statusReason(), decision.decidedAt())
        : before.noted(decision.delivery(), noted(decision, before), decision.decidedAt());
  }

  private static StageTimes noted(Decision decision, Referral before) {
    Instant at = claimedAt(decision.claim());
    return switch (decision.claim().kind()) {
      case ROUTED -> before.times().routed(at);
      case DELIVERED -> before.times().delivered(at);
      default -> before.times();
    };
  }

  /** As exact as a column keeps it. */
  private static Instant claimedAt(Claim claim) {
    return claim.claimedAt().truncatedTo(ChronoUnit.MICROS);
  }
}
