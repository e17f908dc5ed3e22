package org.closedloop.core.retry;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares a party that does not answer, and the hub the attempts: after some failures in a row only
 * one message is tried at a time, each after a pause, until one gets through. Thread-safe.
 */
public final class CircuitBreaker {

  private final int opensAfter;
  private final Duration firstPause;
  private final Duration longestPause;
  private int failures;
  private Instant spareUntil = Instant.MIN;
  private boolean probing;

  /**
   * @param opensAfter failures in a row that open it
   * @param firstPause until the first probe; doubled each time
   * @param longestPause no pause is longer
   */
  public CircuitBreaker(int opensAfter, Duration firstPause, Duration longestPause) {
    this.opensAfter = opensAfter;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * How many attempts may be begun now; each that is begun ends with a call of {@link #succeeded}
   * or {@link #failed}, or gives its permit back by {@link #unused}.
   *
   * @param wanted how many there is room for
   */
  public synchronized int permits(int wanted, Instant now) {
    if (failures < opensAfter) {
      return wanted;
    }
    if (probing || wanted == 0 || now.isBefore(spareUntil)) {
      return 0;
    }
    probing = true;
    return 1;
  }

  /** There was nothing to try. */
  public synchronized void unused() {
    probing = false;
  }

  /** The party answered, whatever it said. */
  public synchronized void succeeded() {
    failures = 0;
    probing = false;
  }

  /** The party did not answer, or could not serve anybody. */
  public synchronized void failed(Instant now) {
    failures++;
    probing = false;
    if (failures >= opensAfter) {
      spareUntil = now.plus(pause());
    }
  }

  /** Whether attempts are held back. */
  public synchronized boolean open() {
    return failures >= opensAfter;
  }

  private Duration pause() {
    int doublings = Math.min(failures - opensAfter, 20);
    Duration pause = firstPause.multipliedBy(1L << doublings);
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }
}
