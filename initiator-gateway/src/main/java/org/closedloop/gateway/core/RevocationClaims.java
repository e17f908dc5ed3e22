package org.closedloop.gateway.core;

import java.time.Instant;
import org.closedloop.conformance.consent.RevocationReading;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Revocation;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.identity.ReferralId;

/** Makes the claim of a Consent that revokes: keys and times, nothing of its content. Pure. */
public final class RevocationClaims {

  private RevocationClaims() {}

  /**
   * The claim.
   *
   * @param party who sends it
   * @param requestId X-Request-ID, or null
   * @param consent what was read
   * @param at when the hub took it in
   */
  public static Claim of(
      String party, String requestId, RevocationReading.Read consent, Instant at) {
    String claimId = ClaimId.ofConsent(party, requestId, consent.fingerprint());
    return Claim.revocation(
        claimId,
        ReferralId.derive("revocation|" + claimId),
        party,
        new Identity(null, null, consent.fingerprint()),
        new Revocation(PatientKeys.scoped(party, consent.patientKeys()), consent.revokedAt()),
        at);
  }
}
