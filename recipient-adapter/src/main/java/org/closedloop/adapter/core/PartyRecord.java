package org.closedloop.adapter.core;

import org.closedloop.core.topic.Topics;

/**
 * A record of a party's topic. Of its headers only the request id is read.
 *
 * @param topic full name
 * @param partition number
 * @param offset within the partition
 * @param key as the party set it, or null
 * @param value as it came
 * @param requestId X-Request-ID, null when the record has none
 */
public record PartyRecord(
    String topic, int partition, long offset, String key, byte[] value, String requestId) {

  public PartyRecord {
    value = value == null ? new byte[0] : value;
  }

  /** The party it belongs to. */
  public String party() {
    return Topics.partyOf(topic);
  }

  /** A name no other record has; the same when it is read again. */
  public String name() {
    return topic + "|" + partition + "|" + offset;
  }
}
