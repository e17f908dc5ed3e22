package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.KnownConsent;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Reads what the store knows of patients' consent. Within one initiator a revocation waits for the
 * submissions that are being decided, and they wait for it: each submission either sees the
 * revocation, or is seen by it.
 */
final class ConsentReader {

  private static final String SHARED = "pg_advisory_xact_lock_shared";
  private static final String EXCLUSIVE = "pg_advisory_xact_lock";

  private static final String REVOKED =
      "from RevocationRow r"
          + " where r.initiator in (:initiators) and array_intersects(r.patientKeys, :keys)";
  private static final String OF_PATIENT =
      " from ReferralRow r where r.initiator = :initiator and array_intersects(r.patientKeys,"
          + " :keys)";

  private final StatelessSession session;
  private final List<Claim> claims;

  /**
   * @param claims a revocation comes alone
   */
  ConsentReader(StatelessSession session, List<Claim> claims) {
    this.session = session;
    this.claims = claims;
  }

  /** What bears on each of the claims. */
  Uni<Function<Claim, KnownConsent>> read() {
    Claim first = claims.get(0);
    if (first.kind() == ClaimKind.REVOCATION) {
      return lock(EXCLUSIVE, first.party())
          .chain(() -> forRevocation(first))
          .map(known -> claim -> known);
    }
    List<Claim> submissions =
        claims.stream().filter(claim -> claim.kind() == ClaimKind.SUBMISSION).toList();
    return submissions.isEmpty()
        ? Uni.createFrom().item(claim -> KnownConsent.NOTHING)
        : forSubmissions(submissions);
  }

  private Uni<Function<Claim, KnownConsent>> forSubmissions(List<Claim> submissions) {
    List<String> initiators = submissions.stream().map(Claim::party).distinct().sorted().toList();
    Uni<?> locked = Uni.createFrom().voidItem();
    for (String initiator : initiators) {
      locked = locked.chain(() -> lock(SHARED, initiator));
    }
    return locked
        .chain(
            () ->
                session
                    .createQuery(REVOKED, RevocationRow.class)
                    .setParameter("initiators", initiators)
                    .setParameter(
                        "keys",
                        submissions.stream()
                            .flatMap(claim -> claim.submission().patientKeys().stream())
                            .distinct()
                            .toArray(String[]::new))
                    .getResultList())
        .map(revoked -> claim -> consent(claim, revoked));
  }

  private static KnownConsent consent(Claim claim, List<RevocationRow> revoked) {
    if (claim.kind() != ClaimKind.SUBMISSION) {
      return KnownConsent.NOTHING;
    }
    Set<String> keys = new HashSet<>(claim.submission().patientKeys());
    Optional<Instant> latest =
        revoked.stream()
            .filter(row -> row.initiator.equals(claim.party()))
            .filter(row -> Arrays.stream(row.patientKeys).anyMatch(keys::contains))
            .map(row -> row.revokedAt)
            .max(Comparator.naturalOrder());
    return new KnownConsent(latest, false, List.of());
  }

  /** Held until the transaction ends; what is read after it is up to date. */
  private Uni<String> lock(String how, String party) {
    return session
        .createNativeQuery(
            "select cast(" + how + "(hashtextextended(:name, 0)) as varchar)", String.class)
        .setParameter("name", "consent|" + party)
        .getSingleResult();
  }

  private Uni<KnownConsent> forRevocation(Claim claim) {
    return session
        .createQuery("select count(*)" + OF_PATIENT, Long.class)
        .setParameter("initiator", claim.party())
        .setParameter("keys", keys(claim))
        .getSingleResult()
        .chain(count -> open(claim).map(ids -> new KnownConsent(Optional.empty(), count > 0, ids)));
  }

  private Uni<List<String>> open(Claim claim) {
    return session
        .createQuery(
            "select cast(r.id as string)"
                + OF_PATIENT
                + " and r.closedAt is null order by r.recordedAt",
            String.class)
        .setParameter("initiator", claim.party())
        .setParameter("keys", keys(claim))
        .getResultList();
  }

  private static String[] keys(Claim claim) {
    return claim.revocation().patientKeys().toArray(String[]::new);
  }
}
