package org.closedloop.core.retry;

import java.time.Duration;

/** Growing pauses between attempts, spread by chance so that many do not come at once. Pure. */
public final class Backoff {

  private static final int DOUBLINGS_AT_MOST = 30;
  private static final double SPREAD = 0.25;

  /** No party may put the hub off for longer. */
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private Backoff() {}

  /**
   * The pause after an attempt.
   *
   * @param policy of the party
   * @param attempts how many there were, from 1
   * @param chance from 0 to 1: up to a quarter is added
   */
  public static Duration after(RetryPolicy policy, int attempts, double chance) {
    int doublings = Math.min(Math.max(attempts - 1, 0), DOUBLINGS_AT_MOST);
    Duration pause = shorter(policy.firstPause().multipliedBy(1L << doublings), policy);
    return pause.plusMillis((long) (pause.toMillis() * chance * SPREAD));
  }

  /**
   * The same where the party said when to come again.
   *
   * @param asked its {@code Retry-After}, or null
   */
  public static Duration after(RetryPolicy policy, int attempts, double chance, Duration asked) {
    Duration own = after(policy, attempts, chance);
    if (asked == null || asked.compareTo(own) <= 0) {
      return own;
    }
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  private static Duration shorter(Duration pause, RetryPolicy policy) {
    return pause.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : pause;
  }
}
