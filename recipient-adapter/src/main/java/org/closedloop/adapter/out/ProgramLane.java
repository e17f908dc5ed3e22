package org.closedloop.adapter.out;

import java.time.Instant;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.retry.CircuitBreaker;

/**
 * The places of one program: how many messages are on their way to it, whether somebody is looking
 * for more, and whether the program is to be left alone. {@link DeliveryWorker} does the work. All
 * times are of one clock of the caller's choice.
 */
final class ProgramLane {

  private final int places;
  private final CircuitBreaker breaker;
  private Instant quietUntil = Instant.MIN;
  private int taken;
  private boolean looking;
  private boolean lookAgain;
  private int asked;
  private boolean more;

  ProgramLane(int places, CircuitBreaker breaker) {
    this.places = places;
    this.breaker = breaker;
  }

  /**
   * Begins to look for work.
   *
   * @return how many messages may be taken; 0 when somebody already looks, all places are taken, or
   *     the program is to be left alone
   */
  synchronized int beginLooking(Instant now) {
    if (looking) {
      lookAgain = true;
      return 0;
    }
    int free = now.isBefore(quietUntil) ? 0 : breaker.permits(places - taken, now);
    looking = free > 0;
    lookAgain = false;
    asked = free;
    return free;
  }

  /**
   * Ends looking.
   *
   * @param found how many messages were leased
   * @return true when somebody asked meanwhile, so that it is worth looking again
   */
  synchronized boolean endLooking(int found) {
    looking = false;
    taken += found;
    more = found >= asked;
    if (found == 0) {
      breaker.unused();
    }
    return lookAgain;
  }

  /** What the program is like, by what came of a message. */
  synchronized void learn(AttemptResult result, Instant now) {
    switch (result) {
      case AttemptResult.HandedOver handedOver -> breaker.succeeded();
      case AttemptResult.Refused refused -> breaker.succeeded();
      case AttemptResult.Hindered hindered -> breaker.unused();
      case AttemptResult.NotTaken failed -> {
        breaker.failed(now);
        if (failed.asked() != null) {
          quiet(failed, now);
        }
      }
    }
  }

  private void quiet(AttemptResult.NotTaken failed, Instant now) {
    Instant until = now.plus(failed.asked());
    quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
  }

  /** Somebody knows better than the program said: it may be tried. */
  synchronized void endQuiet() {
    quietUntil = Instant.MIN;
  }

  /** A message has left its place. */
  synchronized void free() {
    taken--;
  }

  /** Whether the last look found as many as there were places, so that others may wait. */
  synchronized boolean mayHaveMore() {
    return more;
  }
}
