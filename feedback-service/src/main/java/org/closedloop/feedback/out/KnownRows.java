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
  private final List<IdentityRow> identities;
  private final Map<String, ClaimRow> claims;

  KnownRows(Map<UUID, ReferralRow> referrals, List<IdentityRow> identities, List<ClaimRow> claims) {
    this.referrals = referrals;
    this.identities = identities;
    this.claims = claims.stream().collect(Collectors.toMap(c -> c.claimKey, Function.identity()));
  }

  /**
   * What bears on a claim.
   *
   * @param open open referrals of some ServiceRequests, this claim's among them
   */
  KnownReader.Found of(Claim claim, List<ReferralRow> open, KnownConsent consent) {
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
            anotherOpen(claim, id, open),
            consent));
  }

  private Optional<PastClaim> past(String key) {
    return Optional.ofNullable(claims.get(key)).map(ClaimRow::past);
  }

  private Map<IdentityKey, PastClaim> byIdentity(Claim claim) {
    List<IdentityKey> keys = IdentityKey.of(claim);
    Map<IdentityKey, PastClaim> found = new HashMap<>();
    for (IdentityRow row : identities) {
      keys.stream()
          .filter(key -> row.party.equals(claim.party()) && row.is(key))
          .forEach(
              key ->
                  found.put(
                      key, new PastClaim(claims.get(row.claimKey).verdict(), row.fingerprint)));
    }
    return found;
  }

  private static boolean anotherOpen(Claim claim, UUID id, List<ReferralRow> open) {
    if (claim.kind() != ClaimKind.SUBMISSION) {
      return false;
    }
    String key = Repeats.serviceKey(claim.submission());
    return open.stream().anyMatch(row -> row.serviceKey.equals(key) && !row.id.equals(id));
  }
}
