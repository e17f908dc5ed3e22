package org.closedloop.feedback.core;

import java.util.Map;
import java.util.Optional;

/**
 * What the store knows that bears on one claim.
 *
 * @param sameClaim the claim decided under the same claim id
 * @param sameConflict the refusal this very content got because its claim id was taken
 * @param identities accepted claims of the same party under the same identities
 * @param referral the referral the claim names
 * @param submission the claim that opened that referral
 * @param anotherOpen whether another referral of the same ServiceRequest is open
 * @param consent what bears on the patient's consent
 */
public record Known(
    Optional<PastClaim> sameClaim,
    Optional<PastClaim> sameConflict,
    Map<IdentityKey, PastClaim> identities,
    Optional<Referral> referral,
    Optional<PastClaim> submission,
    boolean anotherOpen,
    KnownConsent consent) {

  public Known {
    identities = Map.copyOf(identities);
  }

  /** Nothing at all. */
  public static Known nothing() {
    return new Known(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        KnownConsent.NOTHING);
  }
}
