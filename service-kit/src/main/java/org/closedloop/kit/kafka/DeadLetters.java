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

  /** Header with the topic it stood on. */
  public static final String TOPIC = "dlq-topic";

  /** Header with the rule ids, separated by commas. */
  public static final String REASON = "dlq-reason";

  /** Header with the referral, where whoever refused it knows it. */
  public static final String REFERRAL = "dlq-referral";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final RecordSender sender;
  private final Clock clock;

  DeadLetters(RecordSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /** Keeps a record of which the referral is its key, or is not known. */
  public Uni<Void> keep(
      String topic, int partition, long offset, String key, byte[] original, List<String> rules) {
    return keep(topic, partition, offset, key, original, rules, null);
  }

  /**
   * Completes when the original is safe.
   *
   * @param rules why, rule ids
   * @param referralId the referral it is about; null, or no id of ours, when that is not known
   */
  public Uni<Void> keep(
      String topic,
      int partition,
      long offset,
      String key,
      byte[] original,
      List<String> rules,
      String referralId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TOPIC, topic);
    headers.put("dlq-partition", Integer.toString(partition));
    headers.put("dlq-offset", Long.toString(offset));
    headers.put(REASON, String.join(",", rules));
    headers.put("dlq-time", clock.instant().toString());
    if (referralId != null && ID.matcher(referralId).matches()) {
      headers.put(REFERRAL, referralId);
    }
    byte[] value = original == null ? new byte[0] : original;
    return sender.send(new HubRecord(Topics.deadLetters(topic), key, value, headers));
  }
}
