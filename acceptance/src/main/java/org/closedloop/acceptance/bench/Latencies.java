package org.closedloop.acceptance.bench;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Histograms in microseconds; for one thread. */
final class Latencies {

  private static final int DIGITS = 3;
  private static final double MICROS_IN_MILLI = 1000;
  private static final double MEDIAN = 50;
  private static final double HIGH = 95;
  private static final double HIGHER = 99;

  private final Map<Measured, Histogram> all = new EnumMap<>(Measured.class);

  Latencies() {
    for (Measured one : Measured.values()) {
      all.put(one, new Histogram(DIGITS));
    }
  }

  /** Notes one; what clocks of milliseconds make negative counts as 0. */
  void note(Measured what, long micros) {
    all.get(what).recordValue(Math.max(0, micros));
  }

  /** The figures of one stage. */
  Percentiles of(Measured what) {
    return of(all.get(what));
  }

  /** The figures of a histogram of microseconds. */
  static Percentiles of(Histogram histogram) {
    return new Percentiles(
        histogram.getTotalCount(),
        millis(histogram, MEDIAN),
        millis(histogram, HIGH),
        millis(histogram, HIGHER),
        histogram.getMaxValue() / MICROS_IN_MILLI);
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / MICROS_IN_MILLI;
  }

  /**
   * In milliseconds.
   *
   * @param count how many were measured
   */
  record Percentiles(long count, double p50Ms, double p95Ms, double p99Ms, double maxMs) {}
}
