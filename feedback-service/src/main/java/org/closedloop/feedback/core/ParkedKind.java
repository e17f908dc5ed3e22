package org.closedloop.feedback.core;

/** What is parked. */
public enum ParkedKind {
  /** A claim that cannot be decided, or stands behind one of its referral. */
  CLAIM("claim"),
  /** A message the program does not take. */
  DELIVERY("delivery"),
  /** A message the initiator does not take. */
  CALLBACK("callback"),
  /** A record somebody refused; it is on the dead-letter topic. */
  DEAD_LETTER("dead-letter");

  private final String word;

  ParkedKind(String word) {
    this.word = word;
  }

  /** The word in the store and for operators. */
  public String word() {
    return word;
  }
}
