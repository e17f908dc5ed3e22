package org.closedloop.acceptance.bench;

/** Both ends of a closed loop, who hear and answer on threads of their own. */
interface Parties {

  /**
   * The hospital sends its referral; does not wait.
   *
   * @param dueNanos when it was meant to, by {@link System#nanoTime()}
   */
  void submit(Ride ride, long dueNanos);

  /** What is measured is done; what comes later is in no measurement. */
  void forget();
}
