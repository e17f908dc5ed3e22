package org.closedloop.feedback.out;

import java.time.Instant;

/**
 * Something parked, without its content.
 *
 * @param id of the item
 * @param kind word of {@link org.closedloop.feedback.core.ParkedKind}
 * @param referralId null when it is not known
 * @param topic where the record stands, null for deliveries and callbacks
 * @param partition where it stands
 * @param offset where it stands
 * @param key of the record, null when it has none
 * @param word why: rule ids, or the word of the last failure
 * @param size of the record in bytes, 0 for a delivery, which the adapter keeps
 * @param sequence number of the decision a delivery or callback follows from, else null
 * @param parkedAt since when
 * @param state {@code parked}, {@code replayed} or {@code discarded}
 * @param resolvedAt when it was replayed or discarded, or null
 * @param resolution how or why, a code word, or null
 */
public record Parked(
    String id,
    String kind,
    String referralId,
    String topic,
    Integer partition,
    Long offset,
    String key,
    String word,
    long size,
    Long sequence,
    Instant parkedAt,
    String state,
    Instant resolvedAt,
    String resolution) {

  /** Whether it still waits for a person. */
  public boolean open() {
    return state.equals(ParkedRow.PARKED);
  }
}
