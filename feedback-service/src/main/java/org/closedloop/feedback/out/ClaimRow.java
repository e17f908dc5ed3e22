package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.feedback.core.PastClaim;

/** A claim that was decided, and its verdict as JSON. */
@Entity
@Table(name = "claim")
class ClaimRow {

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

  Verdict verdict() {
    return RecordJson.read(verdict.getBytes(StandardCharsets.UTF_8), Verdict.class);
  }

  PastClaim past() {
    return new PastClaim(verdict(), fingerprint);
  }
}
