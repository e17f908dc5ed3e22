package org.closedloop.feedback.core;

import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Report;

/** Takes free text out of a claim: a refusal keeps what was tried, not what was written. */
final class ClaimContent {

  private ClaimContent() {}

  static Claim without(Claim claim) {
    Report report = claim.report();
    if (report == null || report.statusReason() == null) {
      return claim;
    }
    return new Claim(
        claim.claimId(),
        claim.kind(),
        claim.referralId(),
        claim.actor(),
        claim.party(),
        claim.identity(),
        claim.submission(),
        new Report(
            report.taskStatus(),
            report.businessStatus(),
            null,
            report.hasOutput(),
            report.patientKeys()),
        claim.revocation(),
        claim.attempt(),
        claim.withheld(),
        claim.reason(),
        claim.claimedAt());
  }
}
