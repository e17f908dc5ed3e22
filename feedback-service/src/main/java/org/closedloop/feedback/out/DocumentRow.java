package org.closedloop.feedback.out;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** A feedback document, sealed, under the id it is served by. */
@Entity
@Table(name = "document")
class DocumentRow {

  @Id UUID id;
  UUID referralId;
  byte[] sealed;

  static DocumentRow of(String id, String referralId, byte[] document) {
    DocumentRow row = new DocumentRow();
    row.id = UUID.fromString(id);
    row.referralId = UUID.fromString(referralId);
    row.sealed = EnvelopeCodec.seal(Envelope.ofPayload(document));
    return row;
  }

  byte[] document() {
    return EnvelopeCodec.open(sealed).payload();
  }
}
