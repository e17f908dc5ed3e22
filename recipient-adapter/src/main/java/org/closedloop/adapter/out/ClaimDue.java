package org.closedloop.adapter.out;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;

/** A claim that follows from the state of a delivery; noted there until the broker has it. */
sealed interface ClaimDue {

  /** Which referral. */
  String referralId();

  /** What is said. */
  ClaimKind kind();

  /** The claim as it is written; the same one however often that is done. */
  Claim claim(Instant now);

  /**
   * What became of a message.
   *
   * @param deliveryId the row it is noted in
   * @param referralId which referral
   * @param kind DELIVERED, WITHDRAWN or UNDELIVERABLE
   * @param reason code word, or null
   */
  record OfDelivery(String deliveryId, String referralId, ClaimKind kind, String reason)
      implements ClaimDue {
    @Override
    public Claim claim(Instant now) {
      return Claim.ofHub(kind, referralId, List.of(), reason, now);
    }
  }

  /**
   * An attempt that failed.
   *
   * @param id of its own row
   * @param referralId which referral
   * @param attempt which, and why
   * @param failedAt when
   */
  record OfAttempt(String id, String referralId, Attempt attempt, Instant failedAt)
      implements ClaimDue {
    @Override
    public ClaimKind kind() {
      return ClaimKind.ATTEMPT;
    }

    @Override
    public Claim claim(Instant now) {
      return Claim.attempt(referralId, attempt, failedAt);
    }
  }
}
