package org.closedloop.adapter.out;

/**
 * The places of one program: how many messages are on their way to it, and whether somebody is
 * looking for more. Counts only; {@link DeliveryWorker} does the work.
 */
final class ProgramLane {

  private final int places;
  private int taken;
  private boolean looking;
  private boolean lookAgain;

  ProgramLane(int places) {
    this.places = places;
  }

  /** Begins to look for work; 0 when somebody already does or all places are taken. */
  synchronized int beginLooking() {
    if (looking) {
      lookAgain = true;
      return 0;
    }
    looking = taken < places;
    lookAgain = false;
    return places - taken;
  }

  /**
   * Ends looking.
   *
   * @param found how many messages were leased
   * @return true when somebody asked meanwhile, so that it is worth looking again
   */
  synchronized boolean endLooking(int found) {
    looking = false;
    taken += found;
    return lookAgain;
  }

  /** A message has left its place. */
  synchronized void free() {
    taken--;
  }
}
