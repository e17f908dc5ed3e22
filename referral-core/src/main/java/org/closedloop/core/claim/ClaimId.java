package org.closedloop.core.claim;

import org.closedloop.core.identity.ReferralId;

/**
 * Names claims so that the same claim said twice has the same id (design section 4.2): party and
 * {@code X-Request-ID}, else MessageHeader.id, else version and body hash.
 */
public final class ClaimId {

  private ClaimId() {}

  /**
   * The id of a message's claim.
   *
   * @param party who says it
   * @param requestId X-Request-ID header, or null
   * @param messageId MessageHeader.id
   */
  public static String ofMessage(String party, String requestId, String messageId) {
    return requestId == null || requestId.isBlank()
        ? ReferralId.derive("claim|" + party + "|message|" + messageId)
        : ofRequest(party, requestId);
  }

  /**
   * The id of the claim made by a bare Task.
   *
   * @param party who says it
   * @param requestId X-Request-ID header, or null
   * @param taskId the referral
   * @param version If-Match or meta.versionId, or null
   * @param fingerprint hash of the body
   */
  public static String ofTask(
      String party, String requestId, String taskId, String version, String fingerprint) {
    return requestId == null || requestId.isBlank()
        ? ReferralId.derive(
            "claim|" + party + "|task|" + taskId + "|" + version + "|" + fingerprint)
        : ofRequest(party, requestId);
  }

  /** The id of what a part of the hub says of a referral; each kind is said once. */
  public static String ofHub(ClaimKind kind, String referralId) {
    return ReferralId.derive("claim|hub|" + kind + "|" + referralId);
  }

  /** The id of a failed attempt's claim. */
  public static String ofAttempt(String referralId, Attempt attempt) {
    return ReferralId.derive(
        "claim|hub|ATTEMPT|" + referralId + "|" + attempt.sequence() + "|" + attempt.number());
  }

  /**
   * The id of a revocation's claim: the same Consent sent twice is one claim.
   *
   * @param party who says it
   * @param requestId X-Request-ID header, or null
   * @param fingerprint hash of the Consent
   */
  public static String ofConsent(String party, String requestId, String fingerprint) {
    return requestId == null || requestId.isBlank()
        ? ReferralId.derive("claim|" + party + "|consent|" + fingerprint)
        : ofRequest(party, requestId);
  }

  /** The id of what follows from a claim for one referral. */
  public static String ofConsequence(String claimId, String referralId) {
    return ReferralId.derive("claim|hub|" + claimId + "|" + referralId);
  }

  private static String ofRequest(String party, String requestId) {
    return ReferralId.derive("claim|" + party + "|request|" + requestId);
  }
}
