package org.closedloop.adapter.core;

/** What came of handing a message to a program. */
public sealed interface AttemptResult {

  /** The program has it. */
  record HandedOver() implements AttemptResult {}

  /**
   * The program does not have it, or nobody knows; to be tried again.
   *
   * @param word code word for the row and the log, never content
   * @param maybeArrived true when the attempt broke off after sending had begun
   */
  record NotTaken(String word, boolean maybeArrived) implements AttemptResult {}

  /**
   * The program will not have it as it is.
   *
   * @param word code word for the row, the log and the claim
   */
  record Refused(String word) implements AttemptResult {}
}
