package org.closedloop.feedback.core;

import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;

/** The answer that goes with a decision. */
final class Verdicts {

  private Verdicts() {}

  static Verdict of(Decision decision, int httpStatus) {
    ReferralState to = decision.to();
    boolean onRecord = to.status() != TaskStatus.DRAFT;
    return new Verdict(
        decision.claim().claimId(),
        decision.claim().claimId(),
        decision.referralId(),
        decision.accepted(),
        httpStatus,
        decision.sequence(),
        decision.tid(),
        onRecord ? to.status().code() : null,
        onRecord ? to.businessStatus().code() : null,
        decision.findings(),
        decision.decidedAt());
  }
}
