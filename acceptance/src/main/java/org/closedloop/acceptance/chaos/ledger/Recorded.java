package org.closedloop.acceptance.chaos.ledger;

import java.util.List;

/**
 * What the record says of a referral.
 *
 * @param found whether it is there at all
 * @param delivery how far its package has come
 * @param history all events
 */
public record Recorded(boolean found, String delivery, List<Event> history) {

  /** Nothing on record. */
  public static final Recorded NOTHING = new Recorded(false, "", List.of());

  public Recorded {
    history = List.copyOf(history);
  }

  /**
   * One event.
   *
   * @param tid row of the table, empty where none applies
   */
  public record Event(
      long sequence, boolean accepted, String actor, String tid, String from, String to) {}

  /** Rows that took effect, in order. */
  public List<Event> rows() {
    return history.stream().filter(event -> event.accepted() && !event.tid().isEmpty()).toList();
  }
}
