package org.closedloop.feedback.in;

import org.closedloop.feedback.out.Parked;

/**
 * What became of one parked item.
 *
 * @param item its id
 * @param referral null when it is not known
 * @param kind claim, delivery, callback or dead-letter
 * @param word why it was parked
 * @param sequence number of the decision it follows from, or null
 * @param result {@code replayed}, {@code already-applied}, {@code would-replay}, {@code discarded}
 *     or {@code still-parked}
 * @param reason why so, a code word; null where there is nothing to say
 */
public record Outcome(
    String item,
    String referral,
    String kind,
    String word,
    Long sequence,
    String result,
    String reason) {

  static final String REPLAYED = "replayed";
  static final String ALREADY_APPLIED = "already-applied";
  static final String WOULD_REPLAY = "would-replay";
  static final String DISCARDED = "discarded";
  static final String STILL_PARKED = "still-parked";

  static Outcome of(Parked item, String result, String reason) {
    return new Outcome(
        item.id(), item.referralId(), item.kind(), item.word(), item.sequence(), result, reason);
  }

  /** What an item's own state says; {@code waiting} is why it may still be parked. */
  static Outcome ofState(Parked item, String waiting) {
    if (item.open()) {
      return of(item, STILL_PARKED, waiting);
    }
    if (item.state().equals(DISCARDED)) {
      return of(item, DISCARDED, item.resolution());
    }
    return item.resolution().equals(REPLAYED)
        ? of(item, REPLAYED, null)
        : of(item, ALREADY_APPLIED, item.resolution());
  }
}
