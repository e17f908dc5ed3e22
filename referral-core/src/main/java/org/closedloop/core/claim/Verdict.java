package org.closedloop.core.claim;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closedloop.core.outcome.Finding;

/**
 * The answer to a claim, for whoever waits for it; value of {@code referral.verdicts}. No PHI: the
 * findings' texts are the hub's own.
 *
 * @param claimId the claim that asked
 * @param firstClaimId the claim whose verdict this is; differs when a message came again
 * @param referralId which referral
 * @param accepted whether it took effect
 * @param httpStatus 200, or the 4xx of the refusal
 * @param sequence number of the decision within its referral
 * @param tid row of the table, or null
 * @param status Task.status after
 * @param businessStatus business status code after, or null
 * @param findings why it was refused, or what to know
 * @param decidedAt when
 */
public record Verdict(
    String claimId,
    String firstClaimId,
    String referralId,
    boolean accepted,
    int httpStatus,
    long sequence,
    String tid,
    String status,
    String businessStatus,
    List<Finding> findings,
    Instant decidedAt) {

  public Verdict {
    Objects.requireNonNull(claimId);
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** The same verdict for a claim that repeats the first. */
  public Verdict forClaim(String otherClaimId) {
    return new Verdict(
        otherClaimId,
        firstClaimId,
        referralId,
        accepted,
        httpStatus,
        sequence,
        tid,
        status,
        businessStatus,
        findings,
        decidedAt);
  }
}
