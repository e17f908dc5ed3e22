package org.closedloop.acceptance.chaos.play;

/** How a party's endpoint behaves. */
public enum Mood {
  /** Takes the message, empty 200. */
  WELL,
  /** Takes nothing and answers nothing until its mood changes. */
  HANGING,
  /** Takes nothing, 500. */
  FAILING,
  /** Takes nothing, 429 with Retry-After. */
  BUSY,
  /** Takes the message, and answers when nobody waits any more. */
  LATE,
  /** Takes the message and drops the connection. */
  DROPPING;

  /** Whether the party has the message. */
  boolean takes() {
    return this == WELL || this == LATE || this == DROPPING;
  }
}
