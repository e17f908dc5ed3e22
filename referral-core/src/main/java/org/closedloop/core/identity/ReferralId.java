package org.closedloop.core.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.closedloop.core.fhir.Placer;

/**
 * Names referrals and everything derived from them by UUIDv5 (RFC 4122), so that the same request
 * always gets the same id, on any instance (design section 4.2).
 */
public final class ReferralId {

  /** Namespace of all ids of this hub. */
  public static final UUID NAMESPACE = UUID.fromString("41eff70c-4587-5b9f-b055-57ff2de41eff");

  private ReferralId() {}

  /**
   * The id of a referral, which is the hub's Task id.
   *
   * @param initiator party id
   * @param service PLAC identifier of the ServiceRequest
   * @param task PLAC identifier of the Task, or null
   */
  public static String of(String initiator, Placer service, Placer task) {
    return derive(
        initiator
            + "|"
            + service.authority()
            + "|"
            + service.value()
            + "|"
            + (task == null ? "" : task.value()));
  }

  /** A stable id for anything that follows from the given name. */
  public static String derive(String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
