package org.closedloop.acceptance.chaos.scenario;

/**
 * One thing that breaks.
 *
 * @param kind what happens
 * @param target a part of the stack ({@code gateway}, {@code kafka}, …), a party's id, or {@code
 *     topics}
 * @param atMs when, after the begin of the load
 * @param forMs for how long
 */
public record Fault(FaultKind kind, String target, long atMs, long forMs) {

  public Fault {
    if (kind == null || target == null || target.isBlank()) {
      throw new IllegalArgumentException("a fault needs a kind and a target");
    }
    if (atMs < 0 || forMs < 0) {
      throw new IllegalArgumentException("a fault's times are not negative");
    }
  }
}
