package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Submits loops by a plan, late or not, and waits for them to end. */
final class Generator {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Parties traffic;

  Generator(Parties traffic) {
    this.traffic = traffic;
  }

  /**
   * @param rides as many as the plan has arrivals
   * @param patience how long after the last arrival open loops are waited for
   */
  Phase run(ArrivalPlan plan, List<Ride> rides, Duration patience) {
    long startMillis = System.currentTimeMillis();
    long start = System.nanoTime();
    for (int i = 0; i < plan.count(); i++) {
      long due = start + plan.offset(i);
      waitUntil(due);
      traffic.submit(rides.get(i), due);
    }
    long deadline = System.nanoTime() + patience.toNanos();
    int first = 0;
    while (first < rides.size() && System.nanoTime() < deadline) {
      if (rides.get(first).over()) {
        first++;
      } else {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    Phase phase = Phase.of(plan.perSecond(), rides, start, startMillis, System.nanoTime());
    traffic.forget();
    return phase;
  }

  private static void waitUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
