package org.closedloop.feedback.core;

import java.time.Instant;

/**
 * A message the initiator does not have yet.
 *
 * @param since since when it waits
 * @param parked whether a person has to look at it
 * @param refused whether the initiator was tried and did not take it
 */
public record Waiting(Instant since, boolean parked, boolean refused) {

  /** A parked one waits for the hub's people, one that fails for the hospital's. */
  Turn turn() {
    return refused && !parked ? Turn.HOSPITAL : Turn.HUB;
  }
}
