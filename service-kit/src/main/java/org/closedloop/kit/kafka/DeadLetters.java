package org.closedloop.kit.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.closedloop.core.topic.Topics;

/**
 * Keeps the original of a record that was refused, on {@code <topic>.dlq}, with the reason in
 * headers: rule ids and where it came from, never content.
 */
@ApplicationScoped
public class DeadLetters {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final RecordSender sender;
  private final Clock clock;

  DeadLetters(RecordSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /** Completes when the original is safe. */
  public Uni<Void> keep(
      String topic, int partition, long offset, String key, byte[] original, List<String> rules) {
    return keepOfReferral(null, topic, partition, offset, key, original, rules);
  }

  /**
   * The same where the referral is known, which is then in a header too.
   *
   * @param referral its id; anything else than an id of ours, or null, is left out
   */
  public Uni<Void> keepOfReferral(
      String referral,
      String topic,
      int partition,
      long offset,
      String key,
      byte[] original,
      List<String> rules) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("dlq-topic", topic);
    headers.put("dlq-partition", Integer.toString(partition));
    headers.put("dlq-offset", Long.toString(offset));
    headers.put("dlq-reason", String.join(",", rules));
    headers.put("dlq-time", clock.instant().toString());
    if (referral != null && ID.matcher(referral).matches()) {
      headers.put("dlq-referral", referral);
    }
    byte[] value = original == null ? new byte[0] : original;
    return sender.send(new HubRecord(Topics.deadLetters(topic), key, value, headers));
  }
}
