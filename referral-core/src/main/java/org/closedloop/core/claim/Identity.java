package org.closedloop.core.claim;

/**
 * By what a message is known again (design section 4.2).
 *
 * @param messageId MessageHeader.id, null for a bare Task
 * @param bundleIdentifier Bundle.identifier as {@code system|value}, null when absent
 * @param fingerprint hash of the content; null for claims of the hub's own parts
 */
public record Identity(String messageId, String bundleIdentifier, String fingerprint) {

  /** The identity of a claim made by a part of the hub: its claim id alone. */
  public static final Identity NONE = new Identity(null, null, null);
}
