package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.KnownConsent;
import org.closedloop.feedback.core.PastClaim;
import org.closedloop.feedback.core.Repeats;

/**
 * Reads what the store knows that bears on some claims, one statement a table for all of them and
 * all in one round trip. The referrals are locked first, in the order of their ids, and the
 * database does one statement after the other, so that all that is read after it stays true until
 * the transaction ends.
 */
final class KnownReader {

  /** By the whole key, or the index would be of use for the party only. */
  private static final String IDENTITIES =
      "select i.party, i.kind, i.value, i.fingerprint, c.verdict"
          + " from unnest($1::varchar[], $2::varchar[], $3::varchar[]) as k (party, kind, value)"
          + " join identity i on i.party = k.party and i.kind = k.kind and i.value = k.value"
          + " join claim c on c.claim_key = i.claim_key";

  /** Those under some keys, and those that opened some referrals. */
  private static final String CLAIMS =
      "select claim_key, fingerprint, verdict from claim where claim_key = any($1::varchar[]"
          + " || array(select submission_claim from referral where id = any($2)))";

  private static final String OPEN =
      "select service_key, id from referral where service_key = any($1) and closed_at is null";

  private final Sql sql;
  private final List<Claim> claims;

  /**
   * @param claims of different referrals; a revocation comes alone
   */
  KnownReader(Sql sql, List<Claim> claims) {
    this.sql = sql;
    this.claims = claims;
  }

  /** Begins all that is to be read; what was found, claim by claim. */
  Future<List<Found>> read() {
    List<Claim> submissions =
        claims.stream().filter(claim -> claim.kind() == ClaimKind.SUBMISSION).toList();
    Future<List<ReferralRow>> referrals =
        ReferralColumns.lock(sql, claims.stream().map(KnownReader::referralId).toList());
    Future<Map<KnownRows.Bearer, PastClaim>> identities = identities();
    Future<Map<String, PastClaim>> past = past(submissions);
    Future<Map<String, List<UUID>>> open = open(submissions);
    Future<Function<Claim, KnownConsent>> consent = new ConsentReader(sql, claims).read();
    return Future.all(referrals, identities, past, open, consent)
        .map(
            done ->
                new KnownRows(
                    referrals.result(), identities.result(), past.result(), open.result()))
        .map(
            rows ->
                claims.stream()
                    .map(claim -> rows.of(claim, consent.result().apply(claim)))
                    .toList());
  }

  private Future<Map<KnownRows.Bearer, PastClaim>> identities() {
    List<KnownRows.Bearer> asked = new ArrayList<>();
    for (Claim claim : claims) {
      IdentityKey.of(claim).forEach(key -> asked.add(KnownRows.Bearer.of(claim, key)));
    }
    return asked.isEmpty()
        ? Future.succeededFuture(Map.of())
        : sql.run(
                IDENTITIES,
                Tuple.of(
                    Sql.texts(asked, KnownRows.Bearer::party),
                    Sql.texts(asked, KnownRows.Bearer::kind),
                    Sql.texts(asked, KnownRows.Bearer::value)))
            .map(KnownReader::byBearer);
  }

  private static Map<KnownRows.Bearer, PastClaim> byBearer(RowSet<Row> rows) {
    Map<KnownRows.Bearer, PastClaim> found = new HashMap<>();
    for (Row row : rows) {
      found.put(
          new KnownRows.Bearer(row.getString(0), row.getString(1), row.getString(2)),
          ClaimRow.past(row.getString(4), row.getString(3)));
    }
    return found;
  }

  private Future<Map<String, PastClaim>> past(List<Claim> submissions) {
    List<String> keys = new ArrayList<>();
    for (Claim claim : claims) {
      keys.add(claim.claimId());
      keys.add(Repeats.conflictKey(claim));
    }
    return sql.run(
            CLAIMS,
            Sql.two(keys.toArray(String[]::new), Sql.ids(submissions, KnownReader::referralId)))
        .map(
            rows -> {
              Map<String, PastClaim> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found.put(
                          row.getString(0), ClaimRow.past(row.getString(2), row.getString(1))));
              return found;
            });
  }

  /** Open referrals of the ServiceRequests that are submitted. */
  private Future<Map<String, List<UUID>>> open(List<Claim> submissions) {
    if (submissions.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return sql.run(
            OPEN, Tuple.of(Sql.texts(submissions, claim -> Repeats.serviceKey(claim.submission()))))
        .map(
            rows -> {
              Map<String, List<UUID>> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found
                          .computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                          .add(row.getUUID(1)));
              return found;
            });
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
