package org.closedloop.core.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** What can be said of the bytes of a body, whatever format they are in. */
public final class BodyBytes {

  private BodyBytes() {}

  /** The refusal (400) of an empty body, of invalid UTF-8 and of NUL bytes. */
  public static Optional<Refusal> refusal(byte[] body) {
    if (body.length == 0) {
      return unreadable("body-empty", "The body is empty; send a FHIR resource.");
    }
    // A NUL byte is valid UTF-8, but would make a parser take the body for UTF-16.
    if (!isUtf8(body) || hasNul(body)) {
      return unreadable(
          "body-utf8", "The body is not valid UTF-8 or holds NUL bytes; encode it as UTF-8.");
    }
    return Optional.empty();
  }

  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean hasNul(byte[] body) {
    for (byte b : body) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal> unreadable(String ruleId, String text) {
    return Optional.of(Refusal.of(400, Finding.error(ruleId, "structure", "", text)));
  }
}
