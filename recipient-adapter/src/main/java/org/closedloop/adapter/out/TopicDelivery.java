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

  private static final AttemptResult NO_TOPIC = new AttemptResult.NotTaken("no-topic", false);
  private static final AttemptResult NO_BROKER = new AttemptResult.Hindered("no-broker");
  private static final AttemptResult BROKEN_OFF = new AttemptResult.NotTaken("broken-off", true);

  private final RecordSender sender;
  private final ExistingTopics topics;

  TopicDelivery(RecordSender sender, ExistingTopics topics) {
    this.sender = sender;
    this.topics = topics;
  }

  /** One attempt; a broker that does not acknowledge may have the record all the same. */
  Uni<AttemptResult> attempt(Parcel parcel) {
    String topic = Topics.programReferrals(parcel.program());
    return topics
        .has(topic)
        .chain(there -> there ? send(topic, parcel) : Uni.createFrom().item(NO_TOPIC))
        .onFailure()
        .recoverWithItem(NO_BROKER);
  }

  private Uni<AttemptResult> send(String topic, Parcel parcel) {
    return sender
        .send(HubRecord.ofParty(topic, parcel.referralId(), parcel.message()))
        .<AttemptResult>map(acknowledged -> new AttemptResult.HandedOver())
        .onFailure()
        .recoverWithItem(BROKEN_OFF);
  }
}
