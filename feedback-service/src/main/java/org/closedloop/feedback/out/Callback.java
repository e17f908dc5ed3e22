package org.closedloop.feedback.out;

import java.time.Instant;
import org.closedloop.core.retry.RetryPolicy;
import org.closedloop.feedback.core.Trial;

/**
 * A leased callback.
 *
 * @param id stable X-Request-ID
 * @param referralId X-Correlation-ID
 * @param party whom to tell
 * @param channel by which way
 * @param attempts how often it was tried, the coming attempt included; tells this lease from others
 * @param tries the same since it was begun or replayed
 * @param firstTriedAt when the first of these was made
 * @param leasedAt when it was leased, by the database's clock
 * @param leasedNanos the same by this process's {@code System.nanoTime}
 * @param message the message to tell
 */
record Callback(
    String id,
    String referralId,
    String party,
    CallbackChannel channel,
    int attempts,
    int tries,
    Instant firstTriedAt,
    Instant leasedAt,
    long leasedNanos,
    byte[] message) {

  Trial trial(RetryPolicy policy, double chance) {
    return new Trial(policy, tries, firstTriedAt, leasedAt, chance);
  }
}
