package org.closedloop.acceptance.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** Values no one can read. No bytes stand for a tombstone. */
final class Spoilt {

  private static final int BYTES = 512;
  private static final int VERSION = 2;
  private static final int KEY = 4;

  private final Random chance;

  Spoilt(Random chance) {
    this.chance = chance;
  }

  /** For a topic of a party. */
  List<byte[]> messages() {
    byte[] noise = new byte[BYTES];
    chance.nextBytes(noise);
    return List.of(
        noise,
        text("{\"resourceType\":\"Bundle\",\"type\":\"message\",\"entry\":["),
        text("{\"resourceType\":\"Basic\",\"id\":\"" + UUID.randomUUID() + "\"}"),
        new byte[0]);
  }

  /**
   * For a topic of the hub: an envelope of a later version, one under a key nobody has, one cut
   * short, and whole ones that hold nothing of use; none has the hub's headers.
   */
  List<byte[]> envelopes() {
    byte[] message = text("{\"resourceType\":\"Bundle\",\"id\":\"" + UUID.randomUUID() + "\"}");
    byte[] good = EnvelopeCodec.seal(Envelope.of(Map.of("accepted", true), message));
    return List.of(
        changed(good, VERSION),
        changed(good, KEY),
        Arrays.copyOf(good, good.length / 3),
        good,
        EnvelopeCodec.seal(new Envelope(text("{}"), message)),
        EnvelopeCodec.seal(new Envelope(text("null"), message)));
  }

  private static byte[] changed(byte[] whole, int at) {
    byte[] other = whole.clone();
    other[at]++;
    return other;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
