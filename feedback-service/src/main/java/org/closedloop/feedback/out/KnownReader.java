package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.IdentityKind;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.Repeats;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Reads what the store knows that bears on some claims, one query a table for all of them. The
 * referrals are locked first, in the order of their ids, so that all that is read after it stays
 * true until the transaction ends.
 */
final class KnownReader {

  private static final String OPEN =
      "from ReferralRow where serviceKey in (:keys) and closedAt is null";

  /** Named in each look, or the index would be of use for the party only. */
  private static final List<String> KINDS =
      Arrays.stream(IdentityKind.values()).map(IdentityKind::word).toList();

  private final StatelessSession session;
  private final List<Claim> claims;

  /**
   * @param claims of different referrals; a revocation comes alone
   */
  KnownReader(StatelessSession session, List<Claim> claims) {
    this.session = session;
    this.claims = claims;
  }

  /** What was found, claim by claim. */
  Uni<List<Found>> read() {
    return referrals()
        .chain(rows -> identities().chain(identities -> pastClaims(rows, identities)));
  }

  private Uni<Map<UUID, ReferralRow>> referrals() {
    return session
        .createQuery("from ReferralRow where id in (:ids) order by id", ReferralRow.class)
        .setParameter("ids", claims.stream().map(KnownReader::referralId).toList())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())));
  }

  private Uni<List<IdentityRow>> identities() {
    List<String> parties =
        claims.stream().filter(this::known).map(Claim::party).distinct().toList();
    if (parties.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createQuery(
            "from IdentityRow where party in (:parties) and kind in (:kinds)"
                + " and value in (:values)",
            IdentityRow.class)
        .setParameter("parties", parties)
        .setParameter("kinds", KINDS)
        .setParameter(
            "values",
            claims.stream()
                .flatMap(claim -> IdentityKey.of(claim).stream())
                .map(IdentityKey::value)
                .distinct()
                .toList())
        .getResultList();
  }

  private boolean known(Claim claim) {
    return !IdentityKey.of(claim).isEmpty();
  }

  private Uni<List<Found>> pastClaims(
      Map<UUID, ReferralRow> referrals, List<IdentityRow> identities) {
    Set<String> wanted = new HashSet<>();
    identities.forEach(row -> wanted.add(row.claimKey));
    for (Claim claim : claims) {
      wanted.add(claim.claimId());
      wanted.add(Repeats.conflictKey(claim));
      ReferralRow row = referrals.get(referralId(claim));
      if (claim.kind() == ClaimKind.SUBMISSION && row != null) {
        wanted.add(row.submissionClaim);
      }
    }
    return session
        .createQuery("from ClaimRow where claimKey in (:keys)", ClaimRow.class)
        .setParameter("keys", List.copyOf(wanted))
        .getResultList()
        .map(rows -> new KnownRows(referrals, identities, rows))
        .chain(this::withConsent);
  }

  private Uni<List<Found>> withConsent(KnownRows rows) {
    return open()
        .chain(
            open ->
                new ConsentReader(session, claims)
                    .read()
                    .map(
                        consent ->
                            claims.stream()
                                .map(claim -> rows.of(claim, open, consent.apply(claim)))
                                .toList()));
  }

  /** Open referrals of the ServiceRequests that are submitted. */
  private Uni<List<ReferralRow>> open() {
    List<String> keys = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.kind() == ClaimKind.SUBMISSION) {
        keys.add(Repeats.serviceKey(claim.submission()));
      }
    }
    return keys.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session.createQuery(OPEN, ReferralRow.class).setParameter("keys", keys).getResultList();
  }

  private static UUID referralId(Claim claim) {
    return UUID.fromString(claim.referralId());
  }

  /**
   * What was found.
   *
   * @param row the referral's row, locked
   * @param known the same and the rest, for the decider
   */
  record Found(Optional<ReferralRow> row, Known known) {}
}
