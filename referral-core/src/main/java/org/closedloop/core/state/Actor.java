package org.closedloop.core.state;

/**
 * Who sends a trigger. {@code HUB} stands in for the recipient until a referral has been delivered
 * (design section 4.4).
 */
public enum Actor {
  INITIATOR("initiator"),
  RECIPIENT("recipient"),
  HUB("hub");

  private final String word;

  Actor(String word) {
    this.word = word;
  }

  /** The word in the table, in history and in topics. */
  public String word() {
    return word;
  }
}
