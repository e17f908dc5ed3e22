package org.closedloop.core.retry;

import java.time.Duration;

/**
 * How patient the hub is with one party; {@code retry} in its directory file. What is left out has
 * the default.
 *
 * @param firstPause after the first failed attempt; doubled each time
 * @param longestPause no pause is longer, unless the party asks for it by {@code Retry-After}
 * @param giveUpAfter how long after the first attempt the last one may be made; then the message is
 *     parked
 * @param parkedFor how long a parked delivery waits for a person before the hub ends the referral;
 *     a callback waits for ever
 */
public record RetryPolicy(
    Duration firstPause, Duration longestPause, Duration giveUpAfter, Duration parkedFor) {

  /** Seconds at first, hours in the end, three days in all; then three days for a person. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(
          Duration.ofSeconds(1), Duration.ofHours(6), Duration.ofDays(3), Duration.ofDays(3));

  /** Fills in what is left out. */
  public RetryPolicy or(RetryPolicy fallback) {
    return new RetryPolicy(
        firstPause == null ? fallback.firstPause : firstPause,
        longestPause == null ? fallback.longestPause : longestPause,
        giveUpAfter == null ? fallback.giveUpAfter : giveUpAfter,
        parkedFor == null ? fallback.parkedFor : parkedFor);
  }
}
