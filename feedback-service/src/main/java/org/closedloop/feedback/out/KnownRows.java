package org.closedloop.feedback.out;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.KnownConsent;
import org.closedloop.feedback.core.PastClaim;
import org.closedloop.feedback.core.Repeats;

/** Rows read for several claims; gives each claim those that bear on it. */
final class KnownRows {

  private final Map<UUID, ReferralRow> referrals;
  private final Map<Bearer, PastClaim> identities;
  private final Map<String, PastClaim> claims;
  private final Map<String, List<UUID>> open;

  /**
   * @param referrals locked
   * @param identities accepted claims by what they bear
   * @param claims by the keys they were decided under
   * @param open open referrals by what is one ServiceRequest
   */
  KnownRows(
      List<ReferralRow> referrals,
      Map<Bearer, PastClaim> identities,
      Map<String, PastClaim> claims,
      Map<String, List<UUID>> open) {
    this.referrals =
        referrals.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    this.identities = identities;
    this.claims = claims;
    this.open = open;
  }

  /** What bears on a claim. */
  KnownReader.Found of(Claim claim, KnownConsent consent) {
    UUID id = UUID.fromString(claim.referralId());
    Optional<ReferralRow> row = Optional.ofNullable(referrals.get(id));
    return new KnownReader.Found(
        row,
        new Known(
            past(claim.claimId()),
            past(Repeats.conflictKey(claim)),
            byIdentity(claim),
            row.map(ReferralRow::referral),
            row.flatMap(referral -> past(referral.submissionClaim)),
            anotherOpen(claim, id),
            consent));
  }

  private Optional<PastClaim> past(String key) {
    return Optional.ofNullable(claims.get(key));
  }

  private Map<IdentityKey, PastClaim> byIdentity(Claim claim) {
    Map<IdentityKey, PastClaim> found = new HashMap<>();
    for (IdentityKey key : IdentityKey.of(claim)) {
      PastClaim past = identities.get(Bearer.of(claim, key));
      if (past != null) {
        found.put(key, past);
      }
    }
    return found;
  }

  private boolean anotherOpen(Claim claim, UUID id) {
    return claim.kind() == ClaimKind.SUBMISSION
        && open.getOrDefault(Repeats.serviceKey(claim.submission()), List.of()).stream()
            .anyMatch(other -> !other.equals(id));
  }

  /** Who sent a message, and what it is known again by. */
  record Bearer(String party, String kind, String value) {

    static Bearer of(Claim claim, IdentityKey key) {
      return new Bearer(claim.party(), key.kind().word(), key.value());
    }
  }
}
