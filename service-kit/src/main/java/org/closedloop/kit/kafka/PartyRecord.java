package org.closedloop.kit.kafka;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.closedloop.core.topic.Topics;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A record of a party's topic. Of its headers only the request id is read.
 *
 * @param topic full name, which tells the party
 * @param partition number
 * @param offset within the partition
 * @param key as the party set it, or null
 * @param value as it came, empty when the record has none
 * @param requestId X-Request-ID, null when the record has none
 */
public record PartyRecord(
    String topic, int partition, long offset, String key, byte[] value, String requestId) {

  private static final byte[] NOTHING = new byte[0];

  public PartyRecord {
    value = value == null ? NOTHING : value;
  }

  /** The record a channel brought. */
  public static PartyRecord of(Message<byte[]> message) {
    IncomingKafkaRecordMetadata<?, ?> from =
        message
            .getMetadata(IncomingKafkaRecordMetadata.class)
            .orElseThrow(() -> new IllegalStateException("not a Kafka record"));
    return new PartyRecord(
        from.getTopic(),
        from.getPartition(),
        from.getOffset(),
        (String) from.getKey(),
        message.getPayload(),
        Received.requestId(from.getHeaders()));
  }

  /** The party it belongs to. */
  public String party() {
    return Topics.partyOf(topic);
  }

  /** What keeps an order: topic and partition. */
  public String lane() {
    return topic + "|" + partition;
  }

  /** A name no other record has; the same when it is read again. */
  public String name() {
    return lane() + "|" + offset;
  }
}
