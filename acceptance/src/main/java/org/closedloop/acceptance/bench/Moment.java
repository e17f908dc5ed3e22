package org.closedloop.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One second of a phase.
 *
 * @param second after the start
 * @param closed loops closed in it
 * @param p50Ms of accept → delivered, of the loops closed in it
 * @param p99Ms the same
 */
record Moment(int second, int closed, double p50Ms, double p99Ms) {

  private static final double NANOS = 1e9;

  /** In order; seconds in which nothing closed are left out. */
  static List<Moment> of(List<Ride> rides, long start) {
    Map<Integer, List<Ride>> bySecond = new TreeMap<>();
    rides.stream()
        .filter(ride -> ride.closedNanos != 0)
        .forEach(
            ride ->
                bySecond
                    .computeIfAbsent(
                        (int) ((ride.closedNanos - start) / NANOS), unused -> new ArrayList<>())
                    .add(ride));
    return bySecond.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
  }

  private static Moment of(int second, List<Ride> rides) {
    Latencies latencies = new Latencies();
    rides.forEach(ride -> ride.into(latencies));
    Latencies.Percentiles figures = latencies.of(Measured.ACCEPT_TO_DELIVERED);
    return new Moment(second, rides.size(), figures.p50Ms(), figures.p99Ms());
  }
}
