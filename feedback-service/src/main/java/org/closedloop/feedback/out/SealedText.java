package org.closedloop.feedback.out;

import java.nio.charset.StandardCharsets;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** Free text in a column: may hold PHI, so it is sealed. */
final class SealedText {

  private SealedText() {}

  static byte[] seal(String text) {
    return text == null
        ? null
        : EnvelopeCodec.seal(Envelope.ofPayload(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String open(byte[] sealed) {
    return sealed == null
        ? null
        : new String(EnvelopeCodec.open(sealed).payload(), StandardCharsets.UTF_8);
  }
}
