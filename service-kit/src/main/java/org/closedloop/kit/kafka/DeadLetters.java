package org.closedloop.kit.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.core.topic.Topics;

/**
 * Keeps the original of a record that was refused, on {@code <topic>.dlq}, with the reason in
 * headers: rule ids and where it came from, never content.
 */
@ApplicationScoped
public class DeadLetters {

  private final RecordSender sender;
  private final Clock clock;

  DeadLetters(RecordSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /** Completes when the original is safe. */
  public Uni<Void> keep(
      String topic, int partition, long offset, String key, byte[] original, List<String> rules) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("dlq-topic", topic);
    headers.put("dlq-partition", Integer.toString(partition));
    headers.put("dlq-offset", Long.toString(offset));
    headers.put("dlq-reason", String.join(",", rules));
    headers.put("dlq-time", clock.instant().toString());
    byte[] value = original == null ? new byte[0] : original;
    return sender.send(new HubRecord(Topics.deadLetters(topic), key, value, headers));
  }
}
