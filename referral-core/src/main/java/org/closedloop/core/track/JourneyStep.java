package org.closedloop.core.track;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.outcome.Finding;

/**
 * One decision on a referral's way, as its hospital may see it.
 *
 * @param sequence number within the referral
 * @param at when it was decided
 * @param kind what was claimed
 * @param actor who acted: {@code initiator}, {@code recipient} or {@code hub}
 * @param accepted whether it took effect
 * @param trigger word of the trigger, null when there was none
 * @param status Task.status code after
 * @param businessStatus business status code after
 * @param reason free text or code word that came with it; null when none did, and of a refusal
 * @param documentId id of the feedback document it brought, or null
 * @param attempt what failed, of an {@link ClaimKind#ATTEMPT}; else null
 * @param findings why it was refused, or what to know
 */
public record JourneyStep(
    long sequence,
    Instant at,
    ClaimKind kind,
    String actor,
    boolean accepted,
    String trigger,
    String status,
    String businessStatus,
    String reason,
    String documentId,
    Attempt attempt,
    List<Finding> findings) {

  public JourneyStep {
    findings = findings == null ? List.of() : List.copyOf(findings);
  }
}
