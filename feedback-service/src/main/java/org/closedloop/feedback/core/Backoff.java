package org.closedloop.feedback.core;

import java.time.Duration;

/** Growing pauses between attempts: half a second, doubled each time, at most a minute. */
final class Backoff {

  private static final long FIRST_MS = 500;
  private static final long LONGEST_MS = 60_000;
  private static final int DOUBLINGS = 7;

  private Backoff() {}

  /**
   * The pause after an attempt.
   *
   * @param attempts from 1
   * @param chance between 0 and 1: up to a quarter is added, so that many do not come at once
   */
  static Duration pause(int attempts, double chance) {
    int doublings = Math.min(Math.max(attempts - 1, 0), DOUBLINGS);
    long ms = Math.min(FIRST_MS << doublings, LONGEST_MS);
    return Duration.ofMillis(ms + (long) (ms * chance / 4));
  }
}
