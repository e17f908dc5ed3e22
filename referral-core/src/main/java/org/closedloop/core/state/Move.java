package org.closedloop.core.state;

import org.closedloop.core.outcome.Finding;

/** What {@link StateMachine} says of a trigger: a row of the table, or why there is none. */
public sealed interface Move {

  /**
   * The trigger is legal.
   *
   * @param transition the row that applies
   */
  record Accepted(Transition transition) implements Move {}

  /**
   * The trigger changes nothing.
   *
   * @param reason what to tell the sender
   */
  record Rejected(Finding reason) implements Move {}
}
