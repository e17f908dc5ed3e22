package org.closedloop.acceptance.chaos.scenario;

/** What can be broken. */
public enum FaultKind {
  /** {@code kill -9}, and a new start when the time is over. */
  KILL,
  /** SIGTERM, and a new start when the time is over. */
  TERM,
  /** SIGSTOP, and SIGCONT when the time is over. */
  STOP,
  /** A party's endpoint takes connections and never answers. */
  HANG,
  /** A party's endpoint answers 500. */
  ERROR,
  /** A party's endpoint takes the message and answers when nobody waits any more. */
  LATE_ANSWER,
  /** A party's endpoint takes the message and drops the connection. */
  DROPPED_ANSWER,
  /** A party's endpoint answers 429 with Retry-After. */
  BUSY,
  /** Connections to a party's endpoint, to a broker or to the database are cut and refused. */
  CUT,
  /** Each piece of data on such a line is late. */
  SLOW,
  /** The disk of a broker or of the database has no room left. */
  DISK_FULL,
  /** A service starts anew with a clock five minutes ahead, and again with a right one. */
  CLOCK_AHEAD,
  /** A service starts anew with a clock five minutes behind, and again with a right one. */
  CLOCK_BEHIND,
  /** Messages are sent again, as they are. */
  DUPLICATES,
  /** Reports come that are no longer legal. */
  LATE_REPORTS,
  /**
   * Records of different referrals come in another order than they were said, and what a party will
   * say next comes before its time, too.
   */
  REORDERED,
  /** Records no one can read, on the parties' topics and on the hub's own. */
  POISON
}
