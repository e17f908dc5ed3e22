package org.closedloop.adapter.core;

/** What to do with a routed message. */
public sealed interface Arrival {

  /** It came before, or something newer did: nothing changes. */
  record Known() implements Arrival {}

  /** It waits for its turn. */
  record Enqueue() implements Arrival {}

  /** It cancels a package the program does not have: neither is ever sent. */
  record Withdraw() implements Arrival {}

  /** Its package was withdrawn: it is never sent either. */
  record Suppress() implements Arrival {}

  /**
   * There is nobody to hand it to.
   *
   * @param reason code word for the claim
   */
  record Undeliverable(String reason) implements Arrival {}
}
