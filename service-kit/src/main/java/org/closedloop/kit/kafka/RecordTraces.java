package org.closedloop.kit.kafka;

import io.smallrye.reactive.messaging.IncomingInterceptor;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.closedloop.kit.trace.Happened;
import org.closedloop.kit.trace.TraceIds;
import org.closedloop.kit.trace.Traces;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Spans of records of the hub's own topics: {@code send} until the broker has one, and {@code
 * process} from a poll to the acknowledgement, one under the other. A party's record bears no trace
 * and its headers steer nothing.
 */
@ApplicationScoped
public class RecordTraces implements IncomingInterceptor {

  private final Traces traces;
  private final Clock clock;

  RecordTraces(Traces traces, Clock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  private record Taken(Instant at) {}

  /** Now, for the beginning of a span; null when nobody is told. */
  public Instant begin() {
    return traces.on() ? clock.instant() : null;
  }

  /**
   * A record was written, or not.
   *
   * @param from what {@link #begin} said
   */
  public void sent(HubRecord record, Instant from, boolean failed) {
    if (from != null) {
      TraceIds.read(record.headers().get("traceparent"))
          .ifPresent(
              place ->
                  traces.tell(
                      new Happened(
                          "send " + record.topic(),
                          place,
                          TraceIds.span(record.cause() == null ? record.key() : record.cause()),
                          from,
                          clock.instant(),
                          facts(record.topic()),
                          failed)));
    }
  }

  @Override
  public Message<?> afterMessageReceive(Message<?> message) {
    return traces.on() ? message.addMetadata(new Taken(clock.instant())) : message;
  }

  @Override
  public void onMessageAck(Message<?> message) {
    message.getMetadata(Taken.class).ifPresent(taken -> processed(message, taken, false));
  }

  @Override
  public void onMessageNack(Message<?> message, Throwable failure) {
    message.getMetadata(Taken.class).ifPresent(taken -> processed(message, taken, true));
  }

  private void processed(Message<?> message, Taken taken, boolean failed) {
    message
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .ifPresent(one -> processed(one.getTopic(), one.getHeaders(), taken, failed));
    message
        .getMetadata(IncomingKafkaRecordBatchMetadata.class)
        .ifPresent(poll -> processed(poll.getRecords(), taken, failed));
  }

  private void processed(ConsumerRecords<?, ?> poll, Taken taken, boolean failed) {
    for (ConsumerRecord<?, ?> record : poll) {
      processed(record.topic(), record.headers(), taken, failed);
    }
  }

  private void processed(String topic, Headers headers, Taken taken, boolean failed) {
    Header header = headers.lastHeader("traceparent");
    if (header == null || header.value() == null || !topic.startsWith("referral.")) {
      return;
    }
    TraceIds.read(new String(header.value(), StandardCharsets.UTF_8))
        .ifPresent(
            place ->
                traces.tell(
                    new Happened(
                        "process " + topic,
                        new TraceIds.Place(place.trace(), null),
                        place.span(),
                        taken.at(),
                        clock.instant(),
                        facts(topic),
                        failed)));
  }

  private static Map<String, String> facts(String topic) {
    return Map.of("messaging.system", "kafka", "messaging.destination.name", topic);
  }
}
