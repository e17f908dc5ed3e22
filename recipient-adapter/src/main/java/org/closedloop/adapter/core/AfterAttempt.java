package org.closedloop.adapter.core;

/** What becomes of a message after an attempt. */
public sealed interface AfterAttempt {

  /** The program has it. */
  record Delivered() implements AfterAttempt {}

  /**
   * Another attempt after a pause.
   *
   * @param word why
   * @param maybeArrived whether the program may have it all the same
   */
  record TryAgain(String word, boolean maybeArrived) implements AfterAttempt {}

  /**
   * It is put aside.
   *
   * @param word why
   */
  record Park(String word) implements AfterAttempt {}

  /**
   * A cancellation has come meanwhile and the program does not have the package: neither is sent.
   *
   * @param word why the attempt failed
   */
  record Withdraw(String word) implements AfterAttempt {}
}
