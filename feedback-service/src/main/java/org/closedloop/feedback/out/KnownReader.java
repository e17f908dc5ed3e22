package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.KnownConsent;
import org.closedloop.feedback.core.PastClaim;
import org.closedloop.feedback.core.Repeats;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Reads what the store knows that bears on one claim. The referral is locked first, so that all
 * that is read after it stays true until the transaction ends.
 */
final class KnownReader {

  private final StatelessSession session;
  private final Claim claim;
  private final List<IdentityKey> keys;

  KnownReader(StatelessSession session, Claim claim) {
    this.session = session;
    this.claim = claim;
    this.keys = IdentityKey.of(claim);
  }

  Uni<Found> read() {
    return referral().chain(row -> identities().chain(ids -> claims(row, ids)));
  }

  private Uni<Optional<ReferralRow>> referral() {
    return session
        .createQuery("from ReferralRow where id = :id", ReferralRow.class)
        .setParameter("id", UUID.fromString(claim.referralId()))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  private Uni<List<IdentityRow>> identities() {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createQuery(
            "from IdentityRow where party = :party and value in (:values)", IdentityRow.class)
        .setParameter("party", claim.party())
        .setParameter("values", keys.stream().map(IdentityKey::value).toList())
        .getResultList();
  }

  private Uni<Found> claims(Optional<ReferralRow> referral, List<IdentityRow> identities) {
    List<String> wanted = new ArrayList<>();
    wanted.add(claim.claimId());
    wanted.add(Repeats.conflictKey(claim));
    identities.forEach(row -> wanted.add(row.claimKey));
    if (claim.kind() == ClaimKind.SUBMISSION) {
      referral.ifPresent(row -> wanted.add(row.submissionClaim));
    }
    return session
        .createQuery("from ClaimRow where claimKey in (:keys)", ClaimRow.class)
        .setParameter("keys", wanted)
        .getResultList()
        .chain(
            rows ->
                anotherOpen()
                    .chain(
                        another ->
                            new ConsentReader(session, claim)
                                .read()
                                .map(
                                    consent ->
                                        new Found(
                                            referral,
                                            known(referral, identities, rows, another, consent)))));
  }

  private Uni<Boolean> anotherOpen() {
    if (claim.kind() != ClaimKind.SUBMISSION) {
      return Uni.createFrom().item(false);
    }
    return session
        .createQuery(
            "select count(*) from ReferralRow"
                + " where serviceKey = :key and closedAt is null and id <> :id",
            Long.class)
        .setParameter("key", ReferralRow.serviceKey(claim.submission()))
        .setParameter("id", UUID.fromString(claim.referralId()))
        .getSingleResult()
        .map(count -> count > 0);
  }

  private Known known(
      Optional<ReferralRow> referral,
      List<IdentityRow> identities,
      List<ClaimRow> rows,
      boolean anotherOpen,
      KnownConsent consent) {
    Map<String, PastClaim> claims =
        rows.stream().collect(Collectors.toMap(row -> row.claimKey, ClaimRow::past));
    Map<IdentityKey, PastClaim> byIdentity = new HashMap<>();
    for (IdentityRow row : identities) {
      PastClaim first = claims.get(row.claimKey);
      keys.stream()
          .filter(row::is)
          .forEach(key -> byIdentity.put(key, new PastClaim(first.verdict(), row.fingerprint)));
    }
    return new Known(
        Optional.ofNullable(claims.get(claim.claimId())),
        Optional.ofNullable(claims.get(Repeats.conflictKey(claim))),
        byIdentity,
        referral.map(ReferralRow::referral),
        referral.map(row -> claims.get(row.submissionClaim)),
        anotherOpen,
        consent);
  }

  /**
   * What was found.
   *
   * @param row the referral's row, locked
   * @param known the same and the rest, for the decider
   */
  record Found(Optional<ReferralRow> row, Known known) {}
}
