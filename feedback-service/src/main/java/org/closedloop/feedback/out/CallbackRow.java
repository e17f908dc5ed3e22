package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.CallbackFate;

/** A message waiting to be pushed to an initiator; its id is the stable X-Request-ID. */
@Entity
@Table(name = "callback")
class CallbackRow {

  static final String OPEN = "OPEN";
  static final String DONE = "DONE";
  static final String PARKED = "PARKED";

  @Id UUID id;
  UUID referralId;
  long sequence;
  String party;
  UUID payloadId;
  String state;
  int attempts;
  Instant nextAt;
  Instant leasedUntil;
  Instant doneAt;
  String lastError;

  static CallbackRow of(Decision decision, String party, UUID payloadId) {
    CallbackRow row = new CallbackRow();
    row.id = UUID.fromString(ReferralId.derive("callback|" + decision.eventId()));
    row.referralId = UUID.fromString(decision.referralId());
    row.sequence = decision.sequence();
    row.party = party;
    row.payloadId = payloadId;
    row.state = OPEN;
    row.nextAt = decision.decidedAt();
    return row;
  }

  /** Nobody else takes it before then. */
  void lease(Instant until) {
    leasedUntil = until;
    attempts++;
  }

  /** Takes over what became of it; a callback that is done stays done. */
  void settle(CallbackFate fate, Instant now) {
    if (state.equals(DONE)) {
      return;
    }
    leasedUntil = null;
    switch (fate) {
      case CallbackFate.Done done -> end(DONE, null, now);
      case CallbackFate.Parked(String word) -> end(PARKED, word, now);
      case CallbackFate.Again(String word, Duration pause) -> {
        lastError = word;
        nextAt = now.plus(pause);
      }
    }
  }

  private void end(String endState, String error, Instant now) {
    state = endState;
    lastError = error;
    doneAt = now;
  }
}
