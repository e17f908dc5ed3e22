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
  /** Connections to a party's endpoint are cut and refused. */
  CUT,
  /** Each piece of data to and from a party's endpoint is late. */
  SLOW,
  /** Messages are sent again, as they are. */
  DUPLICATES,
  /** Reports come that are no longer legal. */
  LATE_REPORTS,
  /** Records no one can read, on the parties' topics and on the hub's own. */
  POISON
}
