package org.closedloop.adapter.core;

import java.time.Instant;

/** What becomes of a message after an attempt. */
public sealed interface AfterAttempt {

  /** The program has it. */
  record Delivered() implements AfterAttempt {}

  /**
   * Another attempt after a pause.
   *
   * @param word why
   * @param maybeArrived whether the program may have it all the same
   * @param nextAt when
   */
  record TryAgain(String word, boolean maybeArrived, Instant nextAt) implements AfterAttempt {}

  /**
   * It is put aside for a person.
   *
   * @param word why no other attempt is made
   * @param failure what came of the last attempt
   * @param maybeArrived whether the program may have it all the same
   */
  record Park(String word, String failure, boolean maybeArrived) implements AfterAttempt {}

  /**
   * A cancellation has come meanwhile and the program does not have the package: neither is sent.
   *
   * @param word why the attempt failed
   */
  record Withdraw(String word) implements AfterAttempt {}

  /**
   * As if it had never been leased.
   *
   * @param nextAt when it is looked at again
   */
  record PutBack(Instant nextAt) implements AfterAttempt {}
}
