package org.closedloop.feedback.in;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.closedloop.feedback.out.Parked;

/**
 * What is parked, as operators see it; no content.
 *
 * @param count items in all
 * @param bytes size of all records
 * @param oldestSeconds how long the first waits, 0 when nothing does
 * @param items the longest waiting first, as many as were asked for
 */
record ParkedPage(long count, long bytes, long oldestSeconds, List<Item> items) {

  /**
   * One item; see {@link Parked}.
   *
   * @param ageSeconds how long it has been parked
   */
  record Item(
      String id,
      String referral,
      String kind,
      String word,
      String topic,
      Integer partition,
      Long offset,
      Long sequence,
      long size,
      Instant parkedAt,
      long ageSeconds,
      String state,
      Instant resolvedAt,
      String resolution) {

    static Item of(Parked item, Instant now) {
      return new Item(
          item.id(),
          item.referralId(),
          item.kind(),
          item.word(),
          item.topic(),
          item.partition(),
          item.offset(),
          item.sequence(),
          item.size(),
          item.parkedAt(),
          seconds(item.parkedAt(), now),
          item.state(),
          item.resolvedAt(),
          item.resolution());
    }
  }

  static ParkedPage of(List<Parked> items, long count, long bytes, Instant oldest, Instant now) {
    return new ParkedPage(
        count,
        bytes,
        oldest == null ? 0 : seconds(oldest, now),
        items.stream().map(item -> Item.of(item, now)).toList());
  }

  private static long seconds(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
