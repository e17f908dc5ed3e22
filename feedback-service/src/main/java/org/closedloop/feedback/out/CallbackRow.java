package org.closedloop.feedback.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.CallbackFate;

/** A message waiting to be told to an initiator; its id is the stable X-Request-ID. */
@Entity
@Table(name = "callback")
class CallbackRow {

  static final String OPEN = "OPEN";
  static final String DONE = "DONE";
  static final String PARKED = "PARKED";
  static final String DISCARDED = "DISCARDED";

  @Id UUID id;
  UUID referralId;
  long sequence;
  String party;
  String channel;
  UUID payloadId;
  String state;
  int attempts;
  int tries;
  Instant firstTriedAt;
  Instant nextAt;
  Instant leasedUntil;
  Instant doneAt;
  String lastError;
  String parkedWord;

  @Column(insertable = false, updatable = false)
  Instant createdAt;

  @Column(insertable = false, updatable = false)
  boolean watched;

  /** A push that is due at once. */
  static CallbackRow of(Decision decision, String party, UUID payloadId) {
    return of(decision, party, payloadId, CallbackChannel.PUSH);
  }

  static CallbackRow of(Decision decision, String party, UUID payloadId, CallbackChannel channel) {
    CallbackRow row = new CallbackRow();
    row.id = UUID.fromString(ReferralId.derive("callback|" + decision.eventId()));
    row.referralId = UUID.fromString(decision.referralId());
    row.sequence = decision.sequence();
    row.party = party;
    row.channel = channel.name();
    row.payloadId = payloadId;
    row.state = OPEN;
    row.nextAt = decision.decidedAt();
    return row;
  }

  /** Begins an attempt; nobody else takes it while the lease lasts. */
  void lease(Instant now, Duration howLong) {
    leasedUntil = now.plus(howLong);
    attempts++;
    tries++;
    if (firstTriedAt == null) {
      firstTriedAt = now;
    }
  }

  /**
   * Takes over what became of an attempt. What is done stays done, and an attempt whose lease went
   * to somebody else meanwhile counts only if it got through.
   *
   * @param attempt number of the attempt
   */
  void settle(int attempt, CallbackFate fate, Instant now) {
    boolean mine = state.equals(OPEN) && attempts == attempt;
    switch (fate) {
      case CallbackFate.Done done when !state.equals(DONE) -> end(DONE, now);
      case CallbackFate.Parked(String word, String error) when mine -> {
        lastError = error;
        parkedWord = word;
        end(PARKED, now);
      }
      case CallbackFate.Again(String error, Duration pause) when mine -> {
        lastError = error;
        nextAt = now.plus(pause);
        leasedUntil = null;
      }
      default -> {}
    }
  }

  private void end(String endState, Instant now) {
    state = endState;
    leasedUntil = null;
    doneAt = now;
  }
}
