package org.closedloop.core.directory;

/**
 * How a party is reached. {@code TOPIC}: its Kafka topics; {@code PUSH}: FHIR {@code
 * $process-message} at its address; {@code PULL}: it fetches from the hub; {@code PORTAL}: people
 * look at pages of the hub.
 */
public enum Channel {
  TOPIC,
  PUSH,
  PULL,
  PORTAL
}
