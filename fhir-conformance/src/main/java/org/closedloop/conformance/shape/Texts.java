package org.closedloop.conformance.shape;

/**
 * What FHIR demands of the characters of a text, in one look at each: most of a message is text.
 */
final class Texts {

  private static final int LONGEST_ID = 64;
  private static final int LONGEST = 1024 * 1024;

  private Texts() {}

  /** A code: no white space but single spaces, and none at the ends. */
  static boolean isCode(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      if (space ? afterSpace : isOtherWhite(c)) {
        return false;
      }
      afterSpace = space;
    }
    return !afterSpace;
  }

  /** 1 to 64 letters, digits, hyphens and dots. */
  static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_ID;
  }

  /** A string: something visible, no control characters but tabs and ends of lines. */
  static boolean isString(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return false;
      }
    }
    return text.length() <= LONGEST && !text.isBlank();
  }

  /** Not empty, and nothing up to the space in it. */
  static boolean isUri(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A scheme, a colon and something on the same line. */
  static boolean isAbsoluteUri(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '+' && c != '.' && c != '-') {
        return false;
      }
    }
    for (int i = colon + 1; i < text.length(); i++) {
      if (endsLine(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOtherWhite(char c) {
    return c >= '\t' && c <= '\r';
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
