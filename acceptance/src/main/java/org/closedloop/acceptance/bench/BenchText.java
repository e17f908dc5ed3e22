package org.closedloop.acceptance.bench;

import java.util.Locale;
import java.util.Map;

/** The figures for people. */
final class BenchText {

  private static final double PERCENT = 100;
  private static final int BYTES_IN_KB = 1024;

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

  /** One page: a line. */
  static String line(PageFigures figures) {
    return String.format(
        Locale.ROOT,
        "%-52s p50 %6.1f  p95 %6.1f  max %6.1f ms  %4d KB",
        figures.page(),
        figures.times().p50Ms(),
        figures.times().p95Ms(),
        figures.times().maxMs(),
        Math.ceilDiv(figures.bytes(), BYTES_IN_KB));
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
            result.confirmed() ? "" : " (did NOT hold when tried again)"));
    for (Map.Entry<String, Double> one : result.cpuMsPerLoop().entrySet()) {
      text.append(
          String.format(Locale.ROOT, "CPU ms a loop  %-10s %7.1f%n", one.getKey(), one.getValue()));
    }
    volumes(text, "hub", result.perLoop());
    if (result.floor() != null) {
      volumes(text, "floor", result.floor().perLoop());
      text.append(
          String.format(
              Locale.ROOT,
              "Floor %.1f loops a second%s; the hub does %.0f %% of it%n",
              result.floorLoopsPerSecond(),
              result.floor().confirmed() ? "" : " (did NOT hold when tried again)",
              PERCENT * result.ratioToFloor()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "Gate %.3f ms, HAPI %.1f ms a message: %.0f times%n",
            result.gate().gateMs(),
            result.gate().hapiMs(),
            result.gate().ratio()));
    if (result.soak() != null) {
      if (!result.soak().minutes().isEmpty()) {
        text.append("Soak: MB before ").append(result.soak().minutes().get(0).rssMb());
      }
      text.append(", after ").append(result.soak().rssMbAfter());
      text.append("; lag ").append(result.soak().lagAfter()).append('\n');
    }
    text.append(result.ledger().clean() ? "Ledger clean: " : "Ledger NOT clean: ");
    return text.append(result.ledger()).toString();
  }

  private static void volumes(StringBuilder text, String whose, Volume perLoop) {
    if (perLoop == null) {
      return;
    }
    perLoop
        .records()
        .forEach(
            (kind, count) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-5s a loop  %-12s %6.2f records %9.0f bytes%n",
                        whose,
                        kind,
                        count,
                        perLoop.bytes().getOrDefault(kind, 0.0))));
    perLoop
        .rows()
        .forEach(
            (table, rows) ->
                text.append(
                    String.format(
                        Locale.ROOT, "%-5s a loop  %-36s %6.2f rows%n", whose, table, rows)));
  }
}
