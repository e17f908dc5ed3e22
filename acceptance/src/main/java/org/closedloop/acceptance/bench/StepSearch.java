package org.closedloop.acceptance.bench;

import java.util.OptionalDouble;

/**
 * Looks for the highest rate that holds: doubles until one does not, then halves the gap until the
 * steps are used up.
 */
final class StepSearch {

  private final double closeEnough;
  private double next;
  private double best;
  private double tooMuch = Double.POSITIVE_INFINITY;
  private int left;

  /**
   * @param first the rate to begin with
   * @param steps how many may be tried
   * @param closeEnough ends when the gap is at most this share of the best rate
   */
  StepSearch(double first, int steps, double closeEnough) {
    this.next = first;
    this.left = steps;
    this.closeEnough = closeEnough;
  }

  /** The next rate to try; empty when the search is over. */
  OptionalDouble next() {
    boolean near = best > 0 && tooMuch - best <= closeEnough * best;
    return left == 0 || near ? OptionalDouble.empty() : OptionalDouble.of(next);
  }

  /** What became of the rate last given. */
  void tried(boolean held) {
    left--;
    if (held) {
      best = next;
    } else {
      tooMuch = next;
    }
    next = Double.isInfinite(tooMuch) ? best * 2 : (best + tooMuch) / 2;
  }

  /** The highest rate that held, 0 when none did. */
  double best() {
    return best;
  }
}
