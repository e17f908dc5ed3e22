package org.closedloop.adapter.core;

import java.time.Instant;

/** Decides what becomes of a message after an attempt to hand it over. Pure. */
public final class AttemptPolicy {

  /** The program could not be reached for as long as the hub tries. */
  public static final String GAVE_UP = "gave-up";

  private AttemptPolicy() {}

  /**
   * Decides.
   *
   * @param attempted the message as it was leased
   * @param result what came of the attempt
   * @param updateBehind whether an update of the same referral waits behind it
   * @param tries how long it has been tried
   */
  public static AfterAttempt decide(
      Queued attempted, AttemptResult result, boolean updateBehind, Tries tries) {
    boolean cancelled = attempted.referral() && updateBehind;
    return switch (result) {
      case AttemptResult.HandedOver() -> new AfterAttempt.Delivered();
      case AttemptResult.Hindered(String word) -> new AfterAttempt.PutBack(tries.soon());
      case AttemptResult.Refused(String word) ->
          cancelled
              ? new AfterAttempt.Withdraw(word)
              : new AfterAttempt.Park(word, word, attempted.maybeArrived());
      case AttemptResult.NotTaken failed -> {
        boolean maybe = failed.maybeArrived() || attempted.maybeArrived();
        yield cancelled && !maybe
            ? new AfterAttempt.Withdraw(failed.word())
            : again(failed, maybe, tries);
      }
    };
  }

  private static AfterAttempt again(AttemptResult.NotTaken failed, boolean maybe, Tries tries) {
    Instant next = tries.next(failed.asked());
    return tries.tooLate(next)
        ? new AfterAttempt.Park(GAVE_UP, failed.word(), maybe)
        : new AfterAttempt.TryAgain(failed.word(), maybe, next);
  }
}
