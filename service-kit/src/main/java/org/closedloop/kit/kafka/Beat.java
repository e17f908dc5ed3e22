package org.closedloop.kit.kafka;

/** Says when polls come too fast: a few may come at once, and one a beat after that. */
final class Beat {

  /** As many as the records that one referral brings to a topic in a row. */
  private static final int AT_ONCE = 4;

  private final long nanos;

  /** Beats that are used up, in nanoseconds, as of the last poll. */
  private long used;

  private long last;
  private boolean resting;

  Beat(long nanos) {
    this.nanos = nanos;
  }

  /**
   * Notes that a poll came.
   *
   * @param now in nanoseconds, from any beginning
   * @return whether the next one has to wait; said once until that is over
   */
  synchronized boolean tooSoon(long now) {
    if (resting) {
      return false;
    }
    long since = now - last;
    used = since < 0 || since > used ? nanos : used - since + nanos;
    last = now;
    resting = used > AT_ONCE * nanos;
    return resting;
  }

  /** The wait is over. */
  synchronized void over() {
    resting = false;
  }
}
