package org.closedloop.feedback.core;

import java.util.Objects;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.identity.ReferralId;

/** Whether a claim was made before, or its identity belongs to other content (design 4.2). */
public final class Repeats {

  private Repeats() {}

  /** What "one open referral per ServiceRequest" is about. */
  public static String serviceKey(Submission submission) {
    Placer service = submission.service();
    return submission.initiator() + "|" + service.authority() + "|" + service.value();
  }

  /** Under what a verdict is kept when other content has the claim id. */
  public static String conflictKey(Claim claim) {
    return ReferralId.derive("conflict|" + claim.claimId() + "|" + claim.identity().fingerprint());
  }

  /** The first verdict again, when the same was said before under the same claim id. */
  static Optional<Verdict> sameClaim(Claim claim, Known known) {
    return known
        .sameClaim()
        .filter(past -> same(claim, past))
        .or(() -> known.sameClaim().flatMap(past -> known.sameConflict()))
        .map(past -> past.verdict().forClaim(claim.claimId()));
  }

  /** The first verdict again, when the same was said before under another claim id. */
  static Optional<Verdict> sameContent(Claim claim, Known known) {
    if (known.sameClaim().isPresent()) {
      return Optional.empty();
    }
    return known.identities().values().stream()
        .findFirst()
        .or(() -> claim.kind() == ClaimKind.SUBMISSION ? known.submission() : Optional.empty())
        .filter(past -> conflict(claim, known).isEmpty())
        .map(past -> past.verdict().forClaim(claim.claimId()));
  }

  /** The refusal, when an identity of the claim belongs to other content. */
  static Optional<Effect> conflict(Claim claim, Known known) {
    if (known.sameClaim().filter(past -> !same(claim, past)).isPresent()) {
      return Optional.of(Refusals.requestIdTaken());
    }
    for (IdentityKey key : IdentityKey.of(claim)) {
      PastClaim past = known.identities().get(key);
      if (past != null && !same(claim, past)) {
        return Optional.of(Refusals.identityTaken(key.kind()));
      }
    }
    return claim.kind() == ClaimKind.SUBMISSION
        ? known
            .referral()
            .filter(r -> !Objects.equals(r.fingerprint(), claim.identity().fingerprint()))
            .map(r -> Refusals.placerTaken())
        : Optional.empty();
  }

  private static boolean same(Claim claim, PastClaim past) {
    return Objects.equals(claim.identity().fingerprint(), past.fingerprint());
  }
}
