package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.RecordSender;

/** Hands a message over on the program's topic: plain FHIR JSON, keyed by the referral. */
@ApplicationScoped
public class TopicDelivery {

  private final RecordSender sender;

  TopicDelivery(RecordSender sender) {
    this.sender = sender;
  }

  /** One attempt; a broker that does not acknowledge may have the record all the same. */
  Uni<AttemptResult> attempt(Parcel parcel) {
    HubRecord record =
        HubRecord.ofParty(
            Topics.programReferrals(parcel.program()), parcel.referralId(), parcel.message());
    return sender
        .send(record)
        .<AttemptResult>map(acknowledged -> new AttemptResult.HandedOver())
        .onFailure()
        .recoverWithItem(new AttemptResult.NotTaken("broker", true));
  }
}
