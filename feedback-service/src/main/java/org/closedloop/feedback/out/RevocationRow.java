package org.closedloop.feedback.out;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;

/** A revocation, and the referrals that were open when it was recorded. */
@Entity
@Table(name = "revocation")
class RevocationRow {

  private static final String INSERT =
      "insert into revocation (claim_key, initiator, patient_keys, revoked_at, referrals)"
          + " values ($1, $2, $3, $4, $5)";

  @Id String claimKey;
  String initiator;
  String[] patientKeys;
  Instant revokedAt;
  String[] referrals;

  static RevocationRow of(String claimKey, Claim claim, List<String> referrals) {
    RevocationRow row = new RevocationRow();
    row.claimKey = claimKey;
    row.initiator = claim.party();
    row.patientKeys = claim.revocation().patientKeys().toArray(String[]::new);
    row.revokedAt = claim.revocation().revokedAt();
    row.referrals = referrals.toArray(String[]::new);
    return row;
  }

  /** Writes it. */
  Future<?> insert(Sql sql) {
    return sql.run(
        INSERT, Tuple.of(claimKey, initiator, patientKeys, Sql.time(revokedAt), referrals));
  }
}
