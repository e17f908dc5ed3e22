package org.closedloop.feedback.core;

import java.time.Instant;

/**
 * A timer that runs, or has run out.
 *
 * @param stage what is waited for
 * @param turn who is to act
 * @param dueAt when it runs out
 */
public record Timer(Stage stage, Turn turn, Instant dueAt) {

  boolean late(Instant now) {
    return !dueAt.isAfter(now);
  }
}
