package org.closedloop.adapter.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.closedloop.core.claim.Attempt;

/** A failed attempt that feedback-service has not been told of yet; table {@code attempt_due}. */
@Entity
@Table(name = "attempt_due")
class AttemptRow {

  @Id private String id;

  @Column(name = "referral_id")
  private String referralId;

  private long sequence;
  private int number;
  private String word;
  private boolean parked;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "failed_at")
  private Instant failedAt;

  @Column(name = "say_after", insertable = false, updatable = false)
  private Instant sayAfter;

  protected AttemptRow() {}

  static AttemptRow of(DeliveryRow delivery, Attempt attempt, Instant failedAt) {
    AttemptRow row = new AttemptRow();
    row.id = delivery.id() + "#" + attempt.number();
    row.referralId = delivery.referralId();
    row.sequence = attempt.sequence();
    row.number = attempt.number();
    row.word = attempt.word();
    row.parked = attempt.parked();
    row.nextAt = attempt.nextAt();
    row.failedAt = failedAt;
    return row;
  }

  String referralId() {
    return referralId;
  }

  long sequence() {
    return sequence;
  }

  int number() {
    return number;
  }

  ClaimDue claimDue() {
    return new ClaimDue.OfAttempt(
        id, referralId, new Attempt(sequence, number, word, parked, nextAt), failedAt);
  }
}
