package org.closedloop.acceptance.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured in one stretch of constant arrivals.
 *
 * @param rate arrivals a second that were meant
 * @param sent how many referrals
 * @param delivered how many reached the program
 * @param closed how many came back to the hospital
 * @param refused how many the hub refused
 * @param seconds from the first arrival to the end of the last loop, or until patience ended
 * @param deliveredSeconds from the first arrival to the last delivery
 * @param stages latencies
 * @param moments second by second
 */
record Phase(
    double rate,
    int sent,
    int delivered,
    int closed,
    int refused,
    double seconds,
    double deliveredSeconds,
    Map<Measured, Latencies.Percentiles> stages,
    List<Moment> moments) {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  static Phase of(double rate, List<Ride> rides, long start, long startMillis, long end) {
    Latencies latencies = new Latencies();
    rides.forEach(ride -> ride.into(latencies));
    Map<Measured, Latencies.Percentiles> stages = new EnumMap<>(Measured.class);
    for (Measured one : Measured.values()) {
      stages.put(one, latencies.of(one));
    }
    long lastDelivery = rides.stream().mapToLong(ride -> ride.deliveredMillis).max().orElse(0);
    return new Phase(
        rate,
        rides.size(),
        (int) rides.stream().filter(Ride::delivered).count(),
        (int) rides.stream().filter(ride -> ride.closedNanos != 0).count(),
        (int) rides.stream().filter(ride -> ride.refused).count(),
        (end - start) / NANOS,
        Math.max(0, lastDelivery - startMillis) / MILLIS,
        stages,
        Moment.of(rides, start));
  }

  /** All came back, and 99 of 100 deliveries were fast enough. */
  boolean holds(double limitMs) {
    return closed == sent && stages.get(Measured.ACCEPT_TO_DELIVERED).p99Ms() < limitMs;
  }

  /** Referrals that did not come back. */
  int open() {
    return sent - closed;
  }
}
