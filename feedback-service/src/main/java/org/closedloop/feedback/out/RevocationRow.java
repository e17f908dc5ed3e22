package org.closedloop.feedback.out;

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
}
