package org.closedloop.core.claim;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closedloop.core.fhir.Withheld;
import org.closedloop.core.state.Actor;

/**
 * Something a party or a part of the hub says; value of {@code referral.claims}. The message itself
 * travels as payload beside it.
 *
 * @param claimId see {@link ClaimId}
 * @param kind what is said
 * @param referralId which referral; computed, also when no such referral exists
 * @param actor who says it
 * @param party party id of who says it; {@code hub} for parts of the hub
 * @param identity how the message is known again
 * @param submission only for {@link ClaimKind#SUBMISSION}
 * @param report only for {@link ClaimKind#REPORT}
 * @param revocation only for {@link ClaimKind#REVOCATION}; its referral id is an id of its own
 * @param attempt only for {@link ClaimKind#ATTEMPT}
 * @param withheld what the filter kept back, by type and reason
 * @param reason code word of an UNDELIVERABLE, WITHDRAWN, REPLAY, DISCARD or CONSENT_REVOKED claim,
 *     never PHI; else null
 * @param claimedAt when the hub took it in
 */
public record Claim(
    String claimId,
    ClaimKind kind,
    String referralId,
    Actor actor,
    String party,
    Identity identity,
    Submission submission,
    Report report,
    Revocation revocation,
    Attempt attempt,
    List<Withheld> withheld,
    String reason,
    Instant claimedAt) {

  /** Party id of claims made by people who run the hub. */
  public static final String OPS = "ops";

  /** Party id of claims made by parts of the hub itself. */
  public static final String HUB = "hub";

  public Claim {
    Objects.requireNonNull(claimId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(referralId);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(party);
    Objects.requireNonNull(claimedAt);
    identity = identity == null ? Identity.NONE : identity;
    withheld = withheld == null ? List.of() : List.copyOf(withheld);
  }

  /** An initiator's referral. */
  public static Claim submission(
      String claimId, String referralId, Identity identity, Submission submission, Instant at) {
    return new Claim(
        claimId,
        ClaimKind.SUBMISSION,
        referralId,
        Actor.INITIATOR,
        submission.initiator(),
        identity,
        submission,
        null,
        null,
        null,
        List.of(),
        null,
        at);
  }

  /** A party's report. */
  public static Claim report(
      String claimId,
      String referralId,
      Actor actor,
      String party,
      Identity identity,
      Report report,
      List<Withheld> withheld,
      Instant at) {
    return new Claim(
        claimId,
        ClaimKind.REPORT,
        referralId,
        actor,
        party,
        identity,
        null,
        report,
        null,
        null,
        withheld,
        null,
        at);
  }

  /**
   * An initiator's word that a consent is gone.
   *
   * @param revocationId the hub's id of it, a UUID; stands where other claims have the referral
   */
  public static Claim revocation(
      String claimId,
      String revocationId,
      String party,
      Identity identity,
      Revocation revocation,
      Instant at) {
    return new Claim(
        claimId,
        ClaimKind.REVOCATION,
        revocationId,
        Actor.INITIATOR,
        party,
        identity,
        null,
        null,
        revocation,
        null,
        List.of(),
        null,
        at);
  }

  /** What a revocation means for one referral; once for each of the two. */
  public static Claim consentRevoked(Claim revocation, String referralId) {
    return new Claim(
        ClaimId.ofConsequence(revocation.claimId(), referralId),
        ClaimKind.CONSENT_REVOKED,
        referralId,
        Actor.HUB,
        HUB,
        Identity.NONE,
        null,
        null,
        null,
        null,
        List.of(),
        ConsentEnd.REVOKED.word(),
        revocation.claimedAt());
  }

  /** What a part of the hub did; said once per referral and kind, under one id. */
  public static Claim ofHub(
      ClaimKind kind, String referralId, List<Withheld> withheld, String reason, Instant at) {
    return new Claim(
        ClaimId.ofHub(kind, referralId),
        kind,
        referralId,
        Actor.HUB,
        HUB,
        Identity.NONE,
        null,
        null,
        null,
        null,
        withheld,
        reason,
        at);
  }

  /** A failed attempt of the adapter; said once for each. */
  public static Claim attempt(String referralId, Attempt attempt, Instant at) {
    return new Claim(
        ClaimId.ofAttempt(referralId, attempt),
        ClaimKind.ATTEMPT,
        referralId,
        Actor.HUB,
        HUB,
        Identity.NONE,
        null,
        null,
        null,
        attempt,
        List.of(),
        null,
        at);
  }

  /**
   * What an operator wants done with what is parked of a referral.
   *
   * @param kind REPLAY or DISCARD
   * @param requestId of the operator's request, so that it may be repeated
   * @param reason why, one code word
   */
  public static Claim ofOperator(
      ClaimKind kind, String referralId, String requestId, String reason, Instant at) {
    return new Claim(
        ClaimId.ofMessage(OPS, requestId, requestId),
        kind,
        referralId,
        Actor.HUB,
        OPS,
        Identity.NONE,
        null,
        null,
        null,
        null,
        List.of(),
        reason,
        at);
  }
}
