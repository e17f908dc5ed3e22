package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.trace.HandOverTraces;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes to initiators' topics, by a producer of its own: a topic that is missing blocks the
 * producer that asks for it, and with it all that waits behind.
 */
@ApplicationScoped
class PartyTopics {

  /** What a span of a message to an initiator is called. */
  static final String TELLING = "tell initiator";

  /** Past it a write fails and is tried again later. */
  private static final int WAITING_AT_MOST = 1024;

  /** Longer than the producer tries, so that what failed here is not written later after all. */
  private static final Duration ALTOGETHER = Duration.ofSeconds(12);

  private final MutinyEmitter<byte[]> emitter;
  private final HandOverTraces traces;

  PartyTopics(
      @Channel("party-out")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_AT_MOST)
          MutinyEmitter<byte[]> emitter,
      HandOverTraces traces) {
    this.emitter = emitter;
    this.traces = traces;
  }

  /** Writes a message: plain FHIR JSON under the referral's key and nothing else. Never fails. */
  Uni<PushAnswer> send(String topic, String referralId, byte[] message) {
    return traces.around(
        TELLING,
        referralId,
        Topics.partyOf(topic),
        PushAnswer.Taken.class::isInstance,
        () -> sending(topic, referralId, message));
  }

  private Uni<PushAnswer> sending(String topic, String referralId, byte[] message) {
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic).withKey(referralId).build();
    return SafeContext.comingBack(
        () ->
            emitter
                .sendMessage(Message.of(message).addMetadata(metadata))
                .ifNoItem()
                .after(ALTOGETHER)
                .fail()
                .<PushAnswer>map(done -> new PushAnswer.Taken())
                .onFailure()
                .recoverWithItem(PartyTopics::judged));
  }

  private static PushAnswer judged(Throwable e) {
    return switch (e) {
      case RecordTooLargeException large -> new PushAnswer.Never("record-too-large");
      case InvalidTopicException invalid -> new PushAnswer.Never("topic-invalid");
      case TopicAuthorizationException denied -> new PushAnswer.Later("topic-not-allowed", null);
      default -> new PushAnswer.Later("topic-not-reached", null);
    };
  }
}
