package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows of a patient's consent, within one initiator.
 *
 * @param revokedAt since when it is gone, as the latest revocation says; for a submission
 * @param patientKnown whether a referral of the patient is on record; for a revocation
 * @param openReferrals ids of those that are open, in order; for a revocation
 */
public record KnownConsent(
    Optional<Instant> revokedAt, boolean patientKnown, List<String> openReferrals) {

  /** What does not bear on the claim, or is not there. */
  public static final KnownConsent NOTHING = new KnownConsent(Optional.empty(), false, List.of());

  public KnownConsent {
    openReferrals = List.copyOf(openReferrals);
  }
}
