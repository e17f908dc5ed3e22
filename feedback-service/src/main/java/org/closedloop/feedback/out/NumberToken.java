package org.closedloop.feedback.out;

/**
 * A FHIR search token for an identifier.
 *
 * @param system the system it must have, empty for none at all, null for any
 * @param value the number
 */
public record NumberToken(String system, String value) {

  /** Reads {@code value}, {@code system|value} or {@code |value}. */
  public static NumberToken of(String token) {
    int bar = token.lastIndexOf('|');
    return bar < 0
        ? new NumberToken(null, token)
        : new NumberToken(token.substring(0, bar), token.substring(bar + 1));
  }
}
