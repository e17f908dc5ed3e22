package org.closedloop.kit.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes records, each to its own topic, with {@code acks=all}. Nothing of an incoming record gets
 * in: topic, key and headers are those of the {@link HubRecord} alone.
 */
@ApplicationScoped
public class RecordSender {

  /** Records waiting for the broker; past it a send fails and the caller answers 503 or retries. */
  private static final int WAITING_AT_MOST = 8192;

  private final MutinyEmitter<byte[]> emitter;
  private final RecordTraces traces;

  RecordSender(
      @Channel("records-out")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_AT_MOST)
          MutinyEmitter<byte[]> emitter,
      RecordTraces traces) {
    this.emitter = emitter;
    this.traces = traces;
  }

  /** Completes when the broker has acknowledged; fails when it does not. */
  public Uni<Void> send(HubRecord record) {
    RecordHeaders headers = new RecordHeaders();
    record
        .headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(record.topic())
            .withKey(record.key())
            .withHeaders(headers)
            .build();
    Uni<Void> sent = emitter.sendMessage(Message.of(record.value()).addMetadata(metadata));
    Instant from = traces.begin();
    return from == null
        ? sent
        : sent.onItemOrFailure().invoke((done, e) -> traces.sent(record, from, e != null));
  }
}
