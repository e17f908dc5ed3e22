package org.closedloop.feedback.core;

import java.time.Duration;

/** What becomes of a callback after an attempt. Words are codes: an answer's text is never kept. */
public sealed interface CallbackFate {

  /** The initiator has it. */
  record Done() implements CallbackFate {}

  /**
   * It will not be tried again by itself; later ones of its referral wait behind it.
   *
   * @param word why
   */
  record Parked(String word) implements CallbackFate {}

  /**
   * It will be tried again.
   *
   * @param word why
   * @param pause how long to wait
   */
  record Again(String word, Duration pause) implements CallbackFate {}

  /**
   * Judges an HTTP answer. 409 means that the receiver has the message already.
   *
   * @param status HTTP status
   * @param attempts how often it was tried, this one included
   * @param chance between 0 and 1, spreads the retries
   */
  static CallbackFate ofStatus(int status, int attempts, double chance) {
    if (status / 100 == 2 || status == 409) {
      return new Done();
    }
    boolean mayPass = status == 408 || status == 425 || status == 429;
    return status / 100 == 4 && !mayPass
        ? new Parked("http-" + status)
        : new Again("http-" + status, Backoff.pause(attempts, chance));
  }

  /** There was no answer. */
  static CallbackFate ofFailure(String word, int attempts, double chance) {
    return new Again(word, Backoff.pause(attempts, chance));
  }
}
