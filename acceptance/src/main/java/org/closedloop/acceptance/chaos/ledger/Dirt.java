package org.closedloop.acceptance.chaos.ledger;

/**
 * A promise that was broken.
 *
 * @param kind which one
 * @param referralId of which referral, or the topic of a dead letter
 * @param text what is wrong; ids and codes only
 */
public record Dirt(Kind kind, String referralId, String text) {

  /** The promises. */
  public enum Kind {
    LOST,
    TWICE,
    ILLEGAL,
    OUT_OF_ORDER,
    GOOD_DEAD_LETTERED
  }
}
