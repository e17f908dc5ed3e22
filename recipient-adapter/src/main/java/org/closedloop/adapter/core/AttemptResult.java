package org.closedloop.adapter.core;

import java.time.Duration;

/** What came of handing a message to a program. */
public sealed interface AttemptResult {

  /** The code word of a result, for the log; never content. */
  String word();

  /** The program has it. */
  record HandedOver() implements AttemptResult {
    @Override
    public String word() {
      return "delivered";
    }
  }

  /**
   * The program does not have it, or nobody knows; to be tried again.
   *
   * @param word code word for the row, the log and the claim, never content
   * @param maybeArrived true when the attempt broke off after sending had begun
   * @param asked how long the program asks to be left alone; null when it does not
   */
  record NotTaken(String word, boolean maybeArrived, Duration asked) implements AttemptResult {

    /** Where the program asked for nothing. */
    public NotTaken(String word, boolean maybeArrived) {
      this(word, maybeArrived, null);
    }
  }

  /**
   * The program will not have it as it is.
   *
   * @param word code word for the row, the log and the claim
   */
  record Refused(String word) implements AttemptResult {}

  /**
   * The hub itself could not try: nothing went out, so it is no attempt, and no fault of the
   * program's.
   *
   * @param word code word for the log
   */
  record Hindered(String word) implements AttemptResult {}
}
