package org.closedloop.acceptance.chaos.fault;

/** One way to break something and to mend it again. */
interface Breaking {

  /** Breaks it. */
  void begin() throws InterruptedException;

  /** Mends it; what was only said stays said. */
  default void end() throws InterruptedException {}
}
