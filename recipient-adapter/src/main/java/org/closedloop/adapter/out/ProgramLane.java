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

  /** Nobody has looked yet: what an earlier run left may wait. */
  private boolean more = true;

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
    more |= free == 0;
    return free;
  }

  /**
   * Takes places for messages that have just come, without a look at those that wait. None while
   * others may wait, so that nobody is overtaken, while somebody looks, or while the program is
   * spared or to be left alone.
   *
   * @param wanted how many have come
   * @return how many places were taken; each is to be given up by {@link #free}
   */
  synchronized int takePlaces(int wanted, Instant now) {
    if (looking || more || breaker.open() || now.isBefore(quietUntil)) {
      return 0;
    }
    int got = Math.min(wanted, places - taken);
    taken += got;
    return got;
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

  /** Looking failed: others may wait, and the sweep will look again. */
  synchronized void lookFailed() {
    looking = false;
    more = true;
    breaker.unused();
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

  /**
   * Whether others may wait: the last look found as many as there were places, or somebody wanted
   * to look and there was no place.
   */
  synchronized boolean mayHaveMore() {
    return more;
  }
}
