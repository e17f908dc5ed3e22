package org.closedloop.feedback.core;

import java.util.Locale;

/** What can be late. */
public enum Stage {
  /** The program does not have the package. */
  DELIVERY,
  /** The program has it and has not reacted at all. */
  ACKNOWLEDGEMENT,
  /** The program has not reacted within the time of the use case. */
  RESPONSE,
  /** The loop is not closed within the time of the use case. */
  COMPLETION,
  /** The initiator was not told what was decided. */
  FEEDBACK;

  /** The word in the store, on topics and in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
