package org.closedloop.adapter.core;

import java.time.Duration;

/**
 * Pauses between attempts: doubled each time, up to the longest.
 *
 * @param first pause after the first attempt
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {

  private static final int DOUBLINGS_AT_MOST = 20;

  /**
   * The pause after an attempt.
   *
   * @param attempts how many there were, from 1
   */
  public Duration after(int attempts) {
    int doublings = Math.min(Math.max(attempts - 1, 0), DOUBLINGS_AT_MOST);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
