package org.closedloop.feedback.out;

import java.time.Instant;

/**
 * A callback as operators see it; no content.
 *
 * @param referralId which referral
 * @param sequence number of the decision it tells
 * @param party whom
 * @param channel {@code PUSH} or {@code TOPIC}
 * @param state {@code OPEN}, {@code PARKED}, {@code DONE} or {@code DISCARDED}
 * @param attempts how many were begun
 * @param lastError code word of the last that failed, or null
 * @param parkedWord why it was parked, or null
 * @param createdAt since when it waits
 * @param nextAt when the next attempt is due; null unless it is open
 * @param endedAt when it was done, parked or discarded, or null
 */
public record CallbackView(
    String referralId,
    long sequence,
    String party,
    String channel,
    String state,
    int attempts,
    String lastError,
    String parkedWord,
    Instant createdAt,
    Instant nextAt,
    Instant endedAt) {

  static CallbackView of(CallbackRow row) {
    return new CallbackView(
        row.referralId.toString(),
        row.sequence,
        row.party,
        row.channel,
        row.state,
        row.attempts,
        row.lastError,
        row.parkedWord,
        row.createdAt,
        row.state.equals(CallbackRow.OPEN) ? row.nextAt : null,
        row.doneAt);
  }
}
