package org.closedloop.feedback.core;

import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.retry.RetryPolicy;

/**
 * An attempt to tell an initiator something, as far as it matters for the next.
 *
 * @param policy how patient the hub is with this party
 * @param tries how often it was tried since it was begun or replayed, this attempt included
 * @param firstTriedAt when the first of these tries was made
 * @param now when this one was made
 * @param chance from 0 to 1, spreads the retries
 */
public record Trial(
    RetryPolicy policy, int tries, Instant firstTriedAt, Instant now, double chance) {

  /** Whether there may be another try after a pause. */
  boolean mayFollow(Duration pause) {
    return !now.plus(pause).isAfter(firstTriedAt.plus(policy.giveUpAfter()));
  }
}
