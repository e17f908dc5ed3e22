package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages that were committed a moment ago, so that publishing them does not read them again. What
 * is not here any more is read; of a payload's id there is only ever one content.
 */
@ApplicationScoped
class FreshMessages {

  static final int BYTES_AT_MOST = 8 * 1024 * 1024;

  private final Map<UUID, byte[]> messages = new LinkedHashMap<>();
  private long bytes;

  /** Keeps a message for a while; the oldest go when there are too many. */
  synchronized void keep(UUID payloadId, byte[] message) {
    byte[] before = messages.put(payloadId, message);
    bytes += message.length - (before == null ? 0 : before.length);
    Iterator<byte[]> oldest = messages.values().iterator();
    while (bytes > BYTES_AT_MOST) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** Gives a message out, once; empty when it has gone. */
  synchronized Optional<byte[]> take(UUID payloadId) {
    byte[] message = messages.remove(payloadId);
    bytes -= message == null ? 0 : message.length;
    return Optional.ofNullable(message);
  }
}
