package org.closedloop.core.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The one codec of internal topics and payload columns (design section 3): {@code CL}, version, key
 * id, then length of facts, facts, payload. In version 2 the payload is its length and its content
 * compressed by zstd; what would not get smaller is written as version 1, and both are read. The
 * key id is {@code none} until encryption comes; a reader refuses a key it does not have.
 */
public final class EnvelopeCodec {

  private static final byte[] MAGIC = {'C', 'L'};
  private static final byte PLAIN = 1;
  private static final byte COMPRESSED = 2;
  private static final byte[] KEY_ID = "none".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + 2 + KEY_ID.length;

  /**
   * {@code HUB_ENVELOPE_COMPRESSED=false} writes what instances before this version can read, too:
   * until all are new (docs/adr/0017).
   */
  private static final boolean COMPRESSES =
      !"false".equals(System.getenv("HUB_ENVELOPE_COMPRESSED"));

  /** Of less, little is saved. */
  private static final int WORTH_COMPRESSING = 1024;

  private EnvelopeCodec() {}

  /** The bytes to send or store. */
  public static byte[] seal(Envelope envelope) {
    byte[] payload = envelope.payload();
    byte[] smaller =
        COMPRESSES && payload.length >= WORTH_COMPRESSING ? Compression.compress(payload) : payload;
    return smaller.length + Integer.BYTES < payload.length
        ? begin(COMPRESSED, envelope.facts(), Integer.BYTES + smaller.length)
            .putInt(payload.length)
            .put(smaller)
            .array()
        : begin(PLAIN, envelope.facts(), payload.length).put(payload).array();
  }

  private static ByteBuffer begin(byte version, byte[] facts, int rest) {
    return ByteBuffer.allocate(HEADER + Integer.BYTES + facts.length + rest)
        .put(MAGIC)
        .put(version)
        .put((byte) KEY_ID.length)
        .put(KEY_ID)
        .putInt(facts.length)
        .put(facts);
  }

  /**
   * What the bytes hold.
   *
   * @throws CodecException when they were not written by {@link #seal} or need a key
   */
  public static Envelope open(byte[] sealed) {
    ByteBuffer in = behindKey(sealed);
    byte[] facts = facts(in);
    return new Envelope(facts, version(sealed) == PLAIN ? rest(in) : expanded(in));
  }

  /**
   * The facts alone; the payload is not looked at.
   *
   * @throws CodecException as {@link #open}
   */
  public static byte[] factsOf(byte[] sealed) {
    return facts(behindKey(sealed));
  }

  private static byte version(byte[] sealed) {
    return sealed[MAGIC.length];
  }

  private static ByteBuffer behindKey(byte[] sealed) {
    if (sealed == null || sealed.length < HEADER + Integer.BYTES) {
      throw new CodecException("too short for an envelope");
    }
    ByteBuffer in = ByteBuffer.wrap(sealed);
    expect(in, MAGIC, "not an envelope of this hub");
    byte version = in.get();
    if (version != PLAIN && version != COMPRESSED) {
      throw new CodecException("not an envelope of this hub");
    }
    int keyLength = in.get();
    if (keyLength != KEY_ID.length) {
      throw new CodecException("sealed with an unknown key");
    }
    expect(in, KEY_ID, "sealed with an unknown key");
    return in;
  }

  /**
   * How many bytes facts and payload will be in memory, told by a look at the head; of what is no
   * envelope, its own length.
   */
  public static int openedLength(byte[] sealed) {
    if (sealed == null) {
      return 0;
    }
    int factsAt = HEADER + Integer.BYTES;
    if (sealed.length < factsAt || version(sealed) != COMPRESSED) {
      return sealed.length;
    }
    ByteBuffer in = ByteBuffer.wrap(sealed);
    long lengthAt = (long) factsAt + in.getInt(HEADER);
    boolean there = lengthAt >= factsAt && lengthAt + Integer.BYTES <= sealed.length;
    int payload = there ? in.getInt((int) lengthAt) : 0;
    return payload < 0 || payload > Compression.AT_MOST ? sealed.length : sealed.length + payload;
  }

  private static byte[] facts(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new CodecException("an envelope with a wrong length");
    }
    byte[] facts = new byte[length];
    in.get(facts);
    return facts;
  }

  private static byte[] rest(ByteBuffer in) {
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return rest;
  }

  private static byte[] expanded(ByteBuffer in) {
    if (in.remaining() < Integer.BYTES) {
      throw new CodecException("an envelope with a wrong length");
    }
    int length = in.getInt();
    return Compression.expand(in.array(), in.position(), in.remaining(), length);
  }

  private static void expect(ByteBuffer in, byte[] expected, String otherwise) {
    for (byte b : expected) {
      if (in.get() != b) {
        throw new CodecException(otherwise);
      }
    }
  }
}
