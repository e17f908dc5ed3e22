package org.closedloop.kit.http;

/**
 * How much may be worked on at a time, counted in requests and in bytes of their bodies. What is
 * bounded here can never fill the memory. Thread-safe.
 */
final class Room {

  private final int requestsAtMost;
  private final long bytesAtMost;
  private int requests;
  private long bytes;

  Room(int requestsAtMost, long bytesAtMost) {
    this.requestsAtMost = requestsAtMost;
    this.bytesAtMost = bytesAtMost;
  }

  /**
   * Takes room; each that got it gives it back by {@link #leave}.
   *
   * @param size bytes of the body; one that is larger than all the room may still come alone
   */
  synchronized boolean enter(long size) {
    boolean fits = requests < requestsAtMost && (requests == 0 || bytes + size <= bytesAtMost);
    if (fits) {
      requests++;
      bytes += size;
    }
    return fits;
  }

  /** Gives room back. */
  synchronized void leave(long size) {
    requests--;
    bytes -= size;
  }

  /** Requests inside. */
  synchronized int requests() {
    return requests;
  }
}
