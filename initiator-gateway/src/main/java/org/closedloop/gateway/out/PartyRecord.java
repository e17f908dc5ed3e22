package org.closedloop.gateway.out;

import org.closedloop.core.topic.Topics;

/**
 * A record of a hospital's topic. Of its headers only the request id is read.
 *
 * @param topic full name, which tells the party
 * @param partition where it stands
 * @param offset where it stands
 * @param key as the party chose it, may be null
 * @param value the message, empty when the record has none
 * @param requestId X-Request-ID, null when the record has none
 */
public record PartyRecord(
    String topic, int partition, long offset, String key, byte[] value, String requestId) {

  private static final byte[] NOTHING = new byte[0];

  public PartyRecord {
    value = value == null ? NOTHING : value;
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
