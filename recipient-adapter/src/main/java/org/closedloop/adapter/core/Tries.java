package org.closedloop.adapter.core;

import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.retry.Backoff;
import org.closedloop.core.retry.RetryPolicy;

/**
 * How long one message has been tried, since it came or since an operator had it tried anew.
 *
 * @param number of this attempt among them, from 1
 * @param since when the first of them was begun
 * @param now by the same clock
 * @param policy how patient the hub is with the program
 * @param chance from 0 to 1, spreads the pauses
 */
public record Tries(int number, Instant since, Instant now, RetryPolicy policy, double chance) {

  /**
   * When the next attempt is due.
   *
   * @param asked how long the program asks to wait, or null
   */
  Instant next(Duration asked) {
    return now.plus(Backoff.after(policy, number, chance, asked));
  }

  /** When to look again at what was not tried. */
  Instant soon() {
    return now.plus(Backoff.after(policy, 1, chance));
  }

  /** Whether no attempt is made at that time any more. */
  boolean tooLate(Instant next) {
    return next.isAfter(since.plus(policy.giveUpAfter()));
  }
}
