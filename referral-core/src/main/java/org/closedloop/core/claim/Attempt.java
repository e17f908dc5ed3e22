package org.closedloop.core.claim;

import java.time.Instant;
import java.util.Objects;

/**
 * An attempt to hand a message over that did not succeed. Code words only, no PHI.
 *
 * @param sequence number of the decision the message follows from
 * @param number which attempt, from 1
 * @param word why, for instance {@code http-503} or {@code no-answer}
 * @param parked whether no other is made by itself
 * @param nextAt when the next is due; null when parked
 */
public record Attempt(long sequence, int number, String word, boolean parked, Instant nextAt) {

  public Attempt {
    Objects.requireNonNull(word);
  }
}
