package org.closedloop.core.fhir;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** What can be said of the bytes of a body, whatever format they are in. */
public final class BodyBytes {

  /** What is decoded is only looked at, so a small buffer does. */
  private static final int DECODED_AT_ONCE = 1024;

  private BodyBytes() {}

  /** The refusal (400) of an empty body, of invalid UTF-8 and of NUL bytes. */
  public static Optional<Refusal> refusal(byte[] body) {
    if (body.length == 0) {
      return unreadable("body-empty", "The body is empty; send a FHIR resource.");
    }
    int odd = firstThatIsNotPlain(body);
    // A NUL byte is valid UTF-8, but would make a parser take the body for UTF-16.
    if (odd < body.length && (!isUtf8(body, odd) || hasNul(body, odd))) {
      return unreadable(
          "body-utf8", "The body is not valid UTF-8 or holds NUL bytes; encode it as UTF-8.");
    }
    return Optional.empty();
  }

  /** Whether a character is escaped by its number: only so a text of valid UTF-8 gets odd ones. */
  static boolean hasUnicodeEscape(byte[] body) {
    for (int i = 0; i < body.length - 1; i++) {
      if (body[i] == '\\' && body[i + 1] == 'u') {
        return true;
      }
    }
    return false;
  }

  /** Most bodies are ASCII for the most part: that part needs no decoder. */
  private static int firstThatIsNotPlain(byte[] body) {
    for (int i = 0; i < body.length; i++) {
      if (body[i] <= 0) {
        return i;
      }
    }
    return body.length;
  }

  private static boolean isUtf8(byte[] body, int from) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body, from, body.length - from);
    CharBuffer out = CharBuffer.allocate(DECODED_AT_ONCE);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  private static boolean hasNul(byte[] body, int from) {
    for (int i = from; i < body.length; i++) {
      if (body[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal> unreadable(String ruleId, String text) {
    return Optional.of(Refusal.of(400, Finding.error(ruleId, "structure", "", text)));
  }
}
