package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.KnownConsent;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Reads what the store knows of a patient's consent. Within one initiator a revocation waits for
 * the submissions that are being decided, and they wait for it: each submission either sees the
 * revocation, or is seen by it.
 */
final class ConsentReader {

  private static final String SHARED = "pg_advisory_xact_lock_shared";
  private static final String EXCLUSIVE = "pg_advisory_xact_lock";

  private static final String LATEST =
      "select max(r.revokedAt) from RevocationRow r"
          + " where r.initiator = :initiator and array_intersects(r.patientKeys, :keys)";
  private static final String OF_PATIENT =
      " from ReferralRow r where r.initiator = :initiator and array_intersects(r.patientKeys,"
          + " :keys)";

  private final StatelessSession session;
  private final Claim claim;

  ConsentReader(StatelessSession session, Claim claim) {
    this.session = session;
    this.claim = claim;
  }

  Uni<KnownConsent> read() {
    return switch (claim.kind()) {
      case SUBMISSION -> lock(SHARED).chain(this::forSubmission);
      case REVOCATION -> lock(EXCLUSIVE).chain(this::forRevocation);
      default -> Uni.createFrom().item(KnownConsent.NOTHING);
    };
  }

  /** Held until the transaction ends; what is read after it is up to date. */
  private Uni<String> lock(String how) {
    return session
        .createNativeQuery(
            "select cast(" + how + "(hashtextextended(:name, 0)) as varchar)", String.class)
        .setParameter("name", "consent|" + claim.party())
        .getSingleResult();
  }

  private Uni<KnownConsent> forSubmission() {
    return session
        .createQuery(LATEST, Instant.class)
        .setParameter("initiator", claim.party())
        .setParameter("keys", keys(claim.submission().patientKeys()))
        .getSingleResultOrNull()
        .map(at -> new KnownConsent(Optional.ofNullable(at), false, List.of()));
  }

  private Uni<KnownConsent> forRevocation() {
    return session
        .createQuery("select count(*)" + OF_PATIENT, Long.class)
        .setParameter("initiator", claim.party())
        .setParameter("keys", keys(claim.revocation().patientKeys()))
        .getSingleResult()
        .chain(count -> open().map(ids -> new KnownConsent(Optional.empty(), count > 0, ids)));
  }

  private Uni<List<String>> open() {
    return session
        .createQuery(
            "select cast(r.id as string)"
                + OF_PATIENT
                + " and r.closedAt is null order by r.recordedAt",
            String.class)
        .setParameter("initiator", claim.party())
        .setParameter("keys", keys(claim.revocation().patientKeys()))
        .getResultList();
  }

  private static String[] keys(List<String> keys) {
    return keys.toArray(String[]::new);
  }
}
