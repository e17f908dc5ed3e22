package org.closedloop.kit.kafka;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Kafka record to write. Built from scratch: headers of an incoming record are never propagated
 * (design section 3).
 *
 * @param topic where to
 * @param key referral id, or null
 * @param value the bytes
 * @param headers all headers it will bear
 * @param cause id of the event it follows from, null when that is the referral itself; not written,
 *     traces need it
 */
public record HubRecord(
    String topic, String key, byte[] value, Map<String, String> headers, String cause) {

  public HubRecord {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A record that follows from nothing in particular. */
  public HubRecord(String topic, String key, byte[] value, Map<String, String> headers) {
    this(topic, key, value, headers, null);
  }

  HubRecord after(String event) {
    return new HubRecord(topic, key, value, headers, event);
  }

  /** A record of a party's topic: plain FHIR JSON and nothing else. */
  public static HubRecord ofParty(String topic, String key, byte[] message) {
    return new HubRecord(topic, key, message, Map.of());
  }
}
