package org.closedloop.conformance;

/** Who sends the message; known from the door it came through, never from the message. */
public enum Direction {
  /** From an initiator: a referral request or a cancellation request. */
  REQUEST,
  /** From a recipient: a status or a feedback document. */
  FEEDBACK
}
