package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A decision: history, and outbox until it is published. */
@Entity
@Table(name = "event")
class EventRow {

  @Id UUID id;
  UUID referralId;
  long sequence;
  String claimKey;
  Instant decidedAt;
  byte[] sealed;
  UUID payloadId;
  Instant journaledAt;
  Instant publishedAt;

  static EventRow of(String claimKey, EventFacts facts, boolean hasReferral, UUID payloadId) {
    Decision decision = facts.decision();
    EventRow row = new EventRow();
    row.id = UUID.fromString(decision.eventId());
    row.referralId = hasReferral ? UUID.fromString(decision.referralId()) : null;
    row.sequence = decision.sequence();
    row.claimKey = claimKey;
    row.decidedAt = decision.decidedAt();
    row.sealed = EnvelopeCodec.seal(Envelope.of(facts, null));
    row.payloadId = payloadId;
    return row;
  }

  EventFacts facts() {
    return EnvelopeCodec.open(sealed).facts(EventFacts.class);
  }
}
