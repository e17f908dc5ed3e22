package org.closedloop.feedback.in;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.closedloop.kit.HubConfig;

/** The secret the hub's own services show each other. */
@ApplicationScoped
class InternalKey {

  private final byte[] key;

  InternalKey(HubConfig config) {
    this.key = config.internalKey().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the header's value is the secret; takes the same time for every wrong one. */
  boolean is(String shown) {
    return shown != null && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
  }
}
