package org.closedloop.acceptance.bench;

/**
 * How often each thing happened to one referral, to the end of the run; duplicates count. Written
 * by the one thread that listens, read when it has ended its work.
 */
final class Tally {

  final String outcomeId;
  volatile int recorded;
  volatile int delivered;
  volatile int verdicts;
  volatile int outcomes;
  volatile int refusals;

  Tally(String outcomeId) {
    this.outcomeId = outcomeId;
  }

  /** Everything once, nothing refused. */
  boolean clean() {
    return recorded == 1 && delivered == 1 && verdicts == 1 && outcomes == 1 && refusals == 0;
  }
}
