package org.closedloop.feedback.core;

import java.time.Duration;
import org.closedloop.core.retry.Backoff;
import org.closedloop.core.retry.PushAnswer;

/** What becomes of a callback after an attempt. Words are codes: an answer's text is never kept. */
public sealed interface CallbackFate {

  /** Why the last attempt was the last. */
  String GAVE_UP = "gave-up";

  /** The initiator has it. */
  record Done() implements CallbackFate {}

  /**
   * It will not be tried again by itself; later ones of its referral wait behind it.
   *
   * @param word why
   * @param error what came of the last attempt
   */
  record Parked(String word, String error) implements CallbackFate {}

  /**
   * It will be tried again.
   *
   * @param error what came of the attempt
   * @param pause how long to wait
   */
  record Again(String error, Duration pause) implements CallbackFate {}

  /** Judges an attempt. */
  static CallbackFate of(PushAnswer answer, Trial trial) {
    return switch (answer) {
      case PushAnswer.Taken taken -> new Done();
      case PushAnswer.Never(String word) -> new Parked(word, word);
      case PushAnswer.Later(String word, Duration asked) -> later(word, asked, trial);
    };
  }

  private static CallbackFate later(String word, Duration asked, Trial trial) {
    Duration pause = Backoff.after(trial.policy(), trial.tries(), trial.chance(), asked);
    return trial.mayFollow(pause) ? new Again(word, pause) : new Parked(GAVE_UP, word);
  }
}
