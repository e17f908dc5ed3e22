package org.closedloop.conformance.fhirpath;

/**
 * How many elements may be looked at, all expressions of one message together: what keeps a hostile
 * message from costing more than it could be worth. For one thread.
 */
public final class Budget {

  /** Some hundred times what a message of 1 MiB needs that means well. */
  private static final long GENEROUS = 20_000_000;

  private long left;

  /**
   * @param steps elements to look at
   */
  public Budget(long steps) {
    this.left = steps;
  }

  /** Enough for every message of the size the gate takes. */
  public static Budget generous() {
    return new Budget(GENEROUS);
  }

  /** Takes some steps; false when there are none left. */
  boolean spend(int steps) {
    left -= steps;
    return left > 0;
  }

  void exhaust() {
    left = 0;
  }

  boolean isSpent() {
    return left <= 0;
  }
}
