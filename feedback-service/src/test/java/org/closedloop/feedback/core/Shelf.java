package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;

/** The store as the decider sees it, in memory: claims go in one after the other. */
final class Shelf {

  private static final byte[] MESSAGE = {1};
  private static final byte[] NOTHING = {};

  private final Map<String, PastClaim> claims = new HashMap<>();
  private final Map<String, PastClaim> identities = new HashMap<>();
  private final Map<String, Referral> referrals = new HashMap<>();
  private Instant revokedAt;
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  /** Says a claim with a message. */
  Ruling message(Claim claim) {
    return say(new Said(claim, MESSAGE, Optional.empty()));
  }

  /** Says a claim with a message that brings a document. */
  Ruling document(Claim claim) {
    return say(new Said(claim, MESSAGE, Optional.of(MESSAGE)));
  }

  /** Says a claim without a message. */
  Ruling bare(Claim claim) {
    return say(new Said(claim, NOTHING, Optional.empty()));
  }

  Referral referral(String id) {
    return referrals.get(id);
  }

  Ruling say(Said said) {
    now = now.plusSeconds(60);
    Ruling ruling = Decider.decide(said, known(said.claim()), now);
    if (ruling instanceof Ruling.Decided decided) {
      keep(said.claim(), decided);
    }
    return ruling;
  }

  private Known known(Claim claim) {
    Map<IdentityKey, PastClaim> known = new HashMap<>();
    IdentityKey.of(claim)
        .forEach(
            key ->
                Optional.ofNullable(identities.get(claim.party() + key))
                    .ifPresent(past -> known.put(key, past)));
    Optional<Referral> referral = Optional.ofNullable(referrals.get(claim.referralId()));
    return new Known(
        Optional.ofNullable(claims.get(claim.claimId())),
        Optional.ofNullable(claims.get(Repeats.conflictKey(claim))),
        known,
        referral,
        referral.map(r -> claims.get(r.submissionClaimId())),
        claim.kind() == ClaimKind.SUBMISSION && anotherOpen(claim),
        consent(claim));
  }

  private KnownConsent consent(Claim claim) {
    return switch (claim.kind()) {
      case SUBMISSION -> new KnownConsent(Optional.ofNullable(revokedAt), false, List.of());
      case REVOCATION ->
          new KnownConsent(
              Optional.empty(),
              !referrals.isEmpty(),
              referrals.values().stream()
                  .filter(r -> !r.state().terminal())
                  .map(Referral::id)
                  .toList());
      default -> KnownConsent.NOTHING;
    };
  }

  private boolean anotherOpen(Claim claim) {
    return referrals.values().stream()
        .filter(r -> !r.id().equals(claim.referralId()) && !r.state().terminal())
        .map(Referral::submission)
        .anyMatch(
            s ->
                s.initiator().equals(claim.submission().initiator())
                    && s.service().equals(claim.submission().service()));
  }

  private void keep(Claim claim, Ruling.Decided decided) {
    PastClaim past = new PastClaim(decided.verdict(), claim.identity().fingerprint());
    claims.put(decided.claimKey(), past);
    if (decided.after() != null) {
      referrals.put(decided.after().id(), decided.after());
    }
    if (decided.decision().accepted() && claim.kind() == ClaimKind.REVOCATION) {
      revokedAt = claim.revocation().revokedAt();
    }
    if (decided.decision().accepted()) {
      IdentityKey.of(claim).forEach(key -> identities.putIfAbsent(claim.party() + key, past));
    }
  }
}
