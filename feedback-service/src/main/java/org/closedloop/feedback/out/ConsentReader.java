package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.KnownConsent;

/**
 * Reads what the store knows of patients' consent. Within one initiator a revocation waits for the
 * submissions that are being decided, and they wait for it: each submission either sees the
 * revocation, or is seen by it. The locks are held until the transaction ends; what is read after
 * them is up to date.
 */
final class ConsentReader {

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended($1, 0))::varchar";

  /** In the order given, as everybody takes several. */
  private static final String LOCK_SHARED =
      "select pg_advisory_xact_lock_shared(hashtextextended(name, 0))::varchar"
          + " from unnest($1::text[]) as name";

  private static final String REVOKED =
      "select initiator, patient_keys, revoked_at from revocation"
          + " where initiator = any($1) and patient_keys && $2::varchar[]";

  private static final String OF_PATIENT =
      " from referral where initiator = $1 and patient_keys && $2::varchar[]";

  private static final String KNOWN = "select exists (select 1" + OF_PATIENT + ")";

  private static final String OPEN =
      "select id::varchar" + OF_PATIENT + " and closed_at is null order by recorded_at";

  private final Sql sql;
  private final List<Claim> claims;

  /**
   * @param claims a revocation comes alone
   */
  ConsentReader(Sql sql, List<Claim> claims) {
    this.sql = sql;
    this.claims = claims;
  }

  /** Begins to read; what bears on each of the claims. */
  Future<Function<Claim, KnownConsent>> read() {
    Claim first = claims.get(0);
    if (first.kind() == ClaimKind.REVOCATION) {
      return forRevocation(first).map(known -> claim -> known);
    }
    List<Claim> submissions =
        claims.stream().filter(claim -> claim.kind() == ClaimKind.SUBMISSION).toList();
    return submissions.isEmpty()
        ? Future.succeededFuture(claim -> KnownConsent.NOTHING)
        : forSubmissions(submissions);
  }

  private Future<Function<Claim, KnownConsent>> forSubmissions(List<Claim> submissions) {
    List<String> initiators = submissions.stream().map(Claim::party).distinct().sorted().toList();
    Future<?> locked =
        sql.run(LOCK_SHARED, Tuple.of(Sql.texts(initiators, ConsentReader::lockName)));
    Future<List<Revoked>> revoked =
        sql.run(REVOKED, Sql.two(initiators.toArray(String[]::new), patients(submissions)))
            .map(ConsentReader::revoked);
    return Future.all(locked, revoked).map(done -> claim -> consent(claim, revoked.result()));
  }

  private static String[] patients(List<Claim> submissions) {
    return submissions.stream()
        .flatMap(claim -> claim.submission().patientKeys().stream())
        .distinct()
        .toArray(String[]::new);
  }

  private static List<Revoked> revoked(RowSet<Row> rows) {
    List<Revoked> found = new ArrayList<>();
    for (Row row : rows) {
      found.add(
          new Revoked(
              row.getString(0),
              List.of(row.getArrayOfStrings(1)),
              Sql.instant(row.getOffsetDateTime(2))));
    }
    return found;
  }

  private static KnownConsent consent(Claim claim, List<Revoked> revoked) {
    if (claim.kind() != ClaimKind.SUBMISSION) {
      return KnownConsent.NOTHING;
    }
    Set<String> keys = new HashSet<>(claim.submission().patientKeys());
    Optional<Instant> latest =
        revoked.stream()
            .filter(one -> one.initiator().equals(claim.party()))
            .filter(one -> one.patientKeys().stream().anyMatch(keys::contains))
            .map(Revoked::at)
            .max(Comparator.naturalOrder());
    return new KnownConsent(latest, false, List.of());
  }

  private static String lockName(String party) {
    return "consent|" + party;
  }

  private Future<KnownConsent> forRevocation(Claim claim) {
    String[] keys = claim.revocation().patientKeys().toArray(String[]::new);
    Tuple patient = Sql.two(claim.party(), keys);
    Future<?> locked = sql.run(LOCK, Tuple.of(lockName(claim.party())));
    Future<RowSet<Row>> known = sql.run(KNOWN, patient);
    Future<RowSet<Row>> open = sql.run(OPEN, patient);
    return Future.all(locked, known, open)
        .map(
            done ->
                new KnownConsent(
                    Optional.empty(),
                    known.result().iterator().next().getBoolean(0),
                    open.result().stream().map(row -> row.getString(0)).toList()));
  }

  /** A revocation on record. */
  private record Revoked(String initiator, List<String> patientKeys, Instant at) {}
}
