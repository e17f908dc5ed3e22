package org.closedloop.feedback.out;

import java.util.Optional;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;

/**
 * An event of the transaction that was just committed, so that to publish it nothing of it is read
 * or written as JSON again.
 *
 * @param event its row
 * @param facts what it says
 * @param message that goes on, empty when none does
 * @param journal the journal's record of it
 * @param status what dashboards see of it; null for a refusal that belongs to no referral
 */
record FreshEvent(
    EventRow event, EventFacts facts, byte[] message, HubRecord journal, HubRecord status) {

  private static final byte[] NOTHING = new byte[0];

  /** An event that is about to be written. */
  static FreshEvent of(RecordRows rows, EventFacts facts, Optional<byte[]> message) {
    byte[] payload = message.orElse(NOTHING);
    HubRecord journal = HubRecords.journal(facts.decision(), payload);
    HubRecord status = facts.status() == null ? null : HubRecords.status(facts.status());
    byte[] json =
        EventJson.of(
            EnvelopeCodec.factsOf(journal.value()), status == null ? null : status.value(), facts);
    return new FreshEvent(
        rows.event(facts, json, message.isPresent()), facts, payload, journal, status);
  }
}
