package org.closedloop.adapter.core;

/** Decides what becomes of a message after an attempt to hand it over. Pure. */
public final class AttemptPolicy {

  private AttemptPolicy() {}

  /**
   * Decides.
   *
   * @param attempted the message as it was leased
   * @param result what came of the attempt
   * @param updateBehind whether an update of the same referral waits behind it
   */
  public static AfterAttempt decide(Queued attempted, AttemptResult result, boolean updateBehind) {
    boolean cancelled = attempted.referral() && updateBehind;
    return switch (result) {
      case AttemptResult.HandedOver() -> new AfterAttempt.Delivered();
      case AttemptResult.Refused(String word) ->
          cancelled ? new AfterAttempt.Withdraw(word) : new AfterAttempt.Park(word);
      case AttemptResult.NotTaken(String word, boolean maybeArrived) -> {
        boolean maybe = maybeArrived || attempted.maybeArrived();
        yield cancelled && !maybe
            ? new AfterAttempt.Withdraw(word)
            : new AfterAttempt.TryAgain(word, maybe);
      }
    };
  }
}
