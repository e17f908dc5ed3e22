package org.closedloop.feedback.core;

/** What of a message makes it known again (design section 4.2). */
public enum IdentityKind {
  MESSAGE("message", "Bundle.entry[0].resource.id", "MessageHeader.id"),
  BUNDLE("bundle", "Bundle.identifier", "Bundle.identifier");

  private final String word;
  private final String expression;
  private final String element;

  IdentityKind(String word, String expression, String element) {
    this.word = word;
    this.expression = expression;
    this.element = element;
  }

  /** The word in the store. */
  public String word() {
    return word;
  }

  String expression() {
    return expression;
  }

  String element() {
    return element;
  }
}
