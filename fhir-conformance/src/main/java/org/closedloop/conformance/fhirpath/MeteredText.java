package org.closedloop.conformance.fhirpath;

/** A text that counts how often it is looked at, since a regular expression may look for ever. */
record MeteredText(String text, Evaluation run) implements CharSequence {

  /** The only way out of java.util.regex. */
  static final class UsedUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsedUpException() {
      super(null, null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (!run.spend(1)) {
      throw new UsedUpException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
