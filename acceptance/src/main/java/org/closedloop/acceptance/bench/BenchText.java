package org.closedloop.acceptance.bench;

import java.util.Locale;
import java.util.Map;

/** The figures for people. */
final class BenchText {

  private BenchText() {}

  /** One phase: a line of counts, and one for each stage. */
  static String line(String name, Phase phase) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-8s %8.1f/s  sent %d, delivered %d (%.1f s), closed %d, refused %d, in %.1f s",
            name,
            phase.rate(),
            phase.sent(),
            phase.delivered(),
            phase.deliveredSeconds(),
            phase.closed(),
            phase.refused(),
            phase.seconds()));
    phase.stages().forEach((stage, figures) -> text.append('\n').append(stage(stage, figures)));
    return text.toString();
  }

  private static String stage(Measured stage, Latencies.Percentiles figures) {
    return String.format(
        Locale.ROOT,
        "         %-20s p50 %9.1f  p95 %9.1f  p99 %9.1f  max %9.1f ms  (%d)",
        stage.title(),
        figures.p50Ms(),
        figures.p95Ms(),
        figures.p99Ms(),
        figures.maxMs(),
        figures.count());
  }

  /** What is said once, at the end. */
  static String summary(BenchResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Highest rate with p99 accept → delivered under %.0f ms: %.1f loops a second%s%n",
            BenchRun.LIMIT_MS,
            result.loopsPerSecond(),
            result.isConfirmed() ? "" : " (did NOT hold when tried again)"));
    for (Map.Entry<String, Double> one : result.cpuMsPerLoop().entrySet()) {
      text.append(
          String.format(Locale.ROOT, "CPU ms a loop  %-10s %7.1f%n", one.getKey(), one.getValue()));
    }
    return text + (result.isLossFree() ? "Nothing lost." : "NOT everything came back.");
  }
}
