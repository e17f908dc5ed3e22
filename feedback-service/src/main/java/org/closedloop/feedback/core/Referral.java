package org.closedloop.feedback.core;

import java.time.Instant;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.state.ReferralState;

/**
 * A referral as it stands on record.
 *
 * @param id referral id, the hub's Task id
 * @param submission what was settled at the gate
 * @param submissionClaimId the claim that opened it
 * @param fingerprint of the submission's content
 * @param state where it stands
 * @param statusReason free text of the last move, null when it had none; PHI may be in it
 * @param delivery how far the package has come
 * @param sequence number of the last decision, refusals included
 * @param feedbackBundleId where its latest feedback document is served, or null
 * @param times when it passed its stages
 * @param lastModified when it was last decided on
 */
public record Referral(
    String id,
    Submission submission,
    String submissionClaimId,
    String fingerprint,
    ReferralState state,
    String statusReason,
    Delivery delivery,
    long sequence,
    String feedbackBundleId,
    StageTimes times,
    Instant lastModified) {

  /** The same referral after a decision that left its state as it was. */
  Referral noted(Delivery newDelivery, StageTimes newTimes, Instant at) {
    return new Referral(
        id,
        submission,
        submissionClaimId,
        fingerprint,
        state,
        statusReason,
        newDelivery,
        sequence + 1,
        feedbackBundleId,
        newTimes,
        at);
  }

  /** The same referral after the hub reported why it cannot go on. */
  Referral reported(Delivery newDelivery, String reason, Instant at) {
    return new Referral(
        id,
        submission,
        submissionClaimId,
        fingerprint,
        state,
        reason,
        newDelivery,
        sequence + 1,
        feedbackBundleId,
        times,
        at);
  }

  /** The same referral after a row of the table; a new document replaces the one before. */
  Referral moved(
      ReferralState to,
      String reason,
      Delivery newDelivery,
      String newBundleId,
      StageTimes newTimes,
      Instant at) {
    return new Referral(
        id,
        submission,
        submissionClaimId,
        fingerprint,
        to,
        reason,
        newDelivery,
        sequence + 1,
        newBundleId == null ? feedbackBundleId : newBundleId,
        to.terminal() ? newTimes.closed(at) : newTimes,
        at);
  }
}
