package org.closedloop.core.claim;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Trigger;

/**
 * What feedback-service decided of a claim; value of {@code referral.journal}, refusals included.
 * The payload beside it is the message that goes on to the other side, empty when none does.
 *
 * @param eventId stable id of this decision
 * @param referralId which referral
 * @param sequence number within the referral, from 1; 0 for a refusal that has no referral
 * @param claim what was claimed
 * @param accepted whether it took effect
 * @param actor who acted on the record: differs from the claim's when the hub stands in
 * @param tid row of the table, null for a refusal and for deliveries
 * @param trigger what was sent, null for deliveries and unknown reports
 * @param from state before
 * @param to state after; equals {@code from} for a refusal
 * @param delivery how far the package has come
 * @param submission what the referral is; null for a refusal that has no referral
 * @param messageId MessageHeader.id of the payload, null when there is none
 * @param feedbackBundleId id of the feedback document it brought, or null
 * @param findings why it was refused, or what to know
 * @param decidedAt when
 * @param record what else goes on record; null in entries written before there was any
 */
public record Decision(
    String eventId,
    String referralId,
    long sequence,
    Claim claim,
    boolean accepted,
    Actor actor,
    String tid,
    Trigger trigger,
    ReferralState from,
    ReferralState to,
    Delivery delivery,
    Submission submission,
    String messageId,
    String feedbackBundleId,
    List<Finding> findings,
    Instant decidedAt,
    OnRecord record) {

  public Decision {
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(referralId);
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** A decision as entries had it before {@link OnRecord}. */
  public Decision(
      String eventId,
      String referralId,
      long sequence,
      Claim claim,
      boolean accepted,
      Actor actor,
      String tid,
      Trigger trigger,
      ReferralState from,
      ReferralState to,
      Delivery delivery,
      Submission submission,
      String messageId,
      String feedbackBundleId,
      List<Finding> findings,
      Instant decidedAt) {
    this(
        eventId,
        referralId,
        sequence,
        claim,
        accepted,
        actor,
        tid,
        trigger,
        from,
        to,
        delivery,
        submission,
        messageId,
        feedbackBundleId,
        findings,
        decidedAt,
        null);
  }

  /** The same decision with what else goes on record. */
  public Decision with(OnRecord onRecord) {
    return new Decision(
        eventId,
        referralId,
        sequence,
        claim,
        accepted,
        actor,
        tid,
        trigger,
        from,
        to,
        delivery,
        submission,
        messageId,
        feedbackBundleId,
        findings,
        decidedAt,
        onRecord);
  }
}
