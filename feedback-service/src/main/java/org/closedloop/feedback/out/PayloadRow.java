package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A message that goes on, sealed. */
@Entity
@Table(name = "payload")
class PayloadRow {

  @Id UUID id;
  byte[] sealed;

  static PayloadRow of(UUID id, byte[] message) {
    PayloadRow row = new PayloadRow();
    row.id = id;
    row.sealed = EnvelopeCodec.seal(Envelope.ofPayload(message));
    return row;
  }

  byte[] message() {
    return EnvelopeCodec.open(sealed).payload();
  }
}
