package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Submits loops by a plan, late or not, and waits for them to end. */
final class Generator {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Parties traffic;

  Generator(Parties traffic) {
    this.traffic = traffic;
  }

  /**
   * @param source makes as many as the plan has arrivals, each in less time than is between two
   * @param patience how long after the last arrival open loops are waited for
   */
  Phase run(ArrivalPlan plan, Supplier<Ride> source, Duration patience) {
    List<Ride> rides = new ArrayList<>(plan.count());
    long startMillis = System.currentTimeMillis();
    long start = System.nanoTime();
    int first = 0;
    for (int i = 0; i < plan.count(); i++) {
      Ride ride = source.get();
      rides.add(ride);
      long due = start + plan.offset(i);
      waitUntil(due);
      traffic.submit(ride, due);
      first = letGo(rides, first);
    }
    long deadline = System.nanoTime() + patience.toNanos();
    while (first < rides.size() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_NANOS);
      first = letGo(rides, first);
    }
    Phase phase = Phase.of(plan.perSecond(), rides, start, startMillis, System.nanoTime());
    traffic.forget();
    return phase;
  }

  /** Those that are over need their messages no longer; returns the first that is not. */
  private static int letGo(List<Ride> rides, int from) {
    int first = from;
    while (first < rides.size() && rides.get(first).over()) {
      rides.get(first).letGo();
      first++;
    }
    return first;
  }

  private static void waitUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
