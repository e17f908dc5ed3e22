package org.closedloop.core.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The one codec of internal topics and payload columns (design section 3): {@code CL}, version, key
 * id, then length of facts, facts, payload. The key id is {@code none} until encryption comes; a
 * reader refuses a key it does not have.
 */
public final class EnvelopeCodec {

  private static final byte[] MAGIC = {'C', 'L', 1};
  private static final byte[] KEY_ID = "none".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + 1 + KEY_ID.length;

  private EnvelopeCodec() {}

  /** The bytes to send or store. */
  public static byte[] seal(Envelope envelope) {
    return ByteBuffer.allocate(
            HEADER + Integer.BYTES + envelope.facts().length + envelope.payload().length)
        .put(MAGIC)
        .put((byte) KEY_ID.length)
        .put(KEY_ID)
        .putInt(envelope.facts().length)
        .put(envelope.facts())
        .put(envelope.payload())
        .array();
  }

  /**
   * What the bytes hold.
   *
   * @throws CodecException when they were not written by {@link #seal} or need a key
   */
  public static Envelope open(byte[] sealed) {
    if (sealed == null || sealed.length < HEADER + Integer.BYTES) {
      throw new CodecException("too short for an envelope");
    }
    ByteBuffer in = ByteBuffer.wrap(sealed);
    expect(in, MAGIC, "not an envelope of this hub");
    int keyLength = in.get();
    if (keyLength != KEY_ID.length) {
      throw new CodecException("sealed with an unknown key");
    }
    expect(in, KEY_ID, "sealed with an unknown key");
    int factsLength = in.getInt();
    if (factsLength < 0 || factsLength > in.remaining()) {
      throw new CodecException("an envelope with a wrong length");
    }
    byte[] facts = new byte[factsLength];
    in.get(facts);
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    return new Envelope(facts, payload);
  }

  private static void expect(ByteBuffer in, byte[] expected, String otherwise) {
    for (byte b : expected) {
      if (in.get() != b) {
        throw new CodecException(otherwise);
      }
    }
  }
}
