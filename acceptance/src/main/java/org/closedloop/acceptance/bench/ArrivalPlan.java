package org.closedloop.acceptance.bench;

import java.util.concurrent.TimeUnit;

/**
 * When each arrival is meant to happen, whatever became of those before: latencies count from these
 * times, so that a hub that stands still is not measured as a hub nobody spoke to.
 *
 * @param perSecond arrivals a second; above 0
 * @param count how many
 */
record ArrivalPlan(double perSecond, int count) {

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  ArrivalPlan {
    if (perSecond <= 0 || count < 1) {
      throw new IllegalArgumentException("a plan needs arrivals");
    }
  }

  /** As many as fit into some seconds, at least one. */
  static ArrivalPlan lasting(double perSecond, int seconds) {
    return new ArrivalPlan(perSecond, Math.max(1, (int) Math.round(perSecond * seconds)));
  }

  /** Nanoseconds from the start to an arrival, the first is 0. */
  long offset(int arrival) {
    return Math.round(arrival * NANOS / perSecond);
  }
}
