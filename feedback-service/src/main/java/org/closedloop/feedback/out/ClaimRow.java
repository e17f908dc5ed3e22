package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.feedback.core.PastClaim;

/** A claim that was decided, and its verdict as JSON. */
@Entity
@Table(name = "claim")
class ClaimRow {

  private static final String INSERT =
      "insert into claim (claim_key, fingerprint, verdict, decided_at)"
          + " select * from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::timestamptz[])";

  @Id String claimKey;
  String fingerprint;
  String verdict;
  Instant decidedAt;

  static ClaimRow of(String claimKey, String fingerprint, Verdict verdict) {
    ClaimRow row = new ClaimRow();
    row.claimKey = claimKey;
    row.fingerprint = fingerprint;
    row.verdict = new String(RecordJson.write(verdict), StandardCharsets.UTF_8);
    row.decidedAt = verdict.decidedAt();
    return row;
  }

  /** Writes several. */
  static Future<?> insert(Sql sql, List<ClaimRow> rows) {
    return sql.run(
        INSERT,
        Tuple.of(
            Sql.texts(rows, row -> row.claimKey),
            Sql.texts(rows, row -> row.fingerprint),
            Sql.texts(rows, row -> row.verdict),
            Sql.times(rows, row -> row.decidedAt)));
  }

  Verdict verdict() {
    return verdict(verdict);
  }

  /**
   * A claim as rules look at it.
   *
   * @param verdict as it is stored
   */
  static PastClaim past(String verdict, String fingerprint) {
    return new PastClaim(verdict(verdict), fingerprint);
  }

  private static Verdict verdict(String json) {
    return RecordJson.read(json.getBytes(StandardCharsets.UTF_8), Verdict.class);
  }
}
