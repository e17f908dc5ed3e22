package org.closedloop.feedback.in;

import java.util.List;

/**
 * What became of an operator's request.
 *
 * @param target referral, item, or {@code all}
 * @param dryRun whether nothing was changed
 * @param done whether nothing of it is parked any more, or would be; false too when there was more
 *     than is dealt with at once
 * @param items one by one, in the order they were dealt with
 */
record OpsAnswer(
    String target,
    boolean dryRun,
    boolean done,
    long replayed,
    long alreadyApplied,
    long wouldReplay,
    long discarded,
    long stillParked,
    List<Outcome> items) {

  static OpsAnswer of(String target, OpsRequest request, List<Outcome> items) {
    long still = count(items, Outcome.STILL_PARKED);
    return new OpsAnswer(
        target,
        request.dryRun(),
        still == 0 && items.size() < Operators.AT_ONCE,
        count(items, Outcome.REPLAYED),
        count(items, Outcome.ALREADY_APPLIED),
        count(items, Outcome.WOULD_REPLAY),
        count(items, Outcome.DISCARDED),
        still,
        items);
  }

  private static long count(List<Outcome> items, String result) {
    return items.stream().filter(item -> item.result().equals(result)).count();
  }
}
