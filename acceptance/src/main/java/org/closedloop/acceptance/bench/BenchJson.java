package org.closedloop.acceptance.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** A result as programs get it: first what is promised to them, then all the rest. */
final class BenchJson {

  private BenchJson() {}

  static Map<String, Object> of(BenchResult result) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("loopsPerSecond", result.loopsPerSecond());
    all.put("p99DeliveredMs", p99(result, Measured.ACCEPT_TO_DELIVERED));
    all.put("p99OutcomeMs", p99(result, Measured.OUTCOME_TO_INITIATOR));
    all.put("lowRate", lowRate(result));
    all.put("floorLoopsPerSecond", result.floorLoopsPerSecond());
    all.put("ratioToFloor", result.ratioToFloor());
    all.put("gateMs", result.gate().gateMs());
    all.put("hapiMs", result.gate().hapiMs());
    all.put("gateVsHapi", result.gate().ratio());
    all.put("errors", result.errors());
    all.put("ledgerClean", result.ledger().clean());
    further(result, all);
    return all;
  }

  private static void further(BenchResult result, Map<String, Object> all) {
    all.put("confirmed", result.confirmed());
    all.put("lossFree", result.lossFree());
    all.put("ledger", result.ledger());
    all.put("cpuMsPerLoop", result.cpuMsPerLoop());
    all.put("perLoop", result.perLoop());
    all.put("soak", result.soak());
    all.put("phases", result.phases());
    all.put("steps", result.steps());
    all.put("floor", result.floor());
    all.put("pages", result.pages());
  }

  private static Double p99(BenchResult result, Measured stage) {
    Latencies.Percentiles figures = result.stage("highest", stage);
    return figures == null ? null : figures.p99Ms();
  }

  private static Map<String, Object> lowRate(BenchResult result) {
    Map<String, Object> low = new LinkedHashMap<>();
    Latencies.Percentiles delivered = result.stage("low", Measured.ACCEPT_TO_DELIVERED);
    Latencies.Percentiles outcome = result.stage("low", Measured.OUTCOME_TO_INITIATOR);
    if (delivered != null && outcome != null) {
      low.put("p50Ms", delivered.p50Ms());
      low.put("p99Ms", delivered.p99Ms());
      low.put("outcomeP50Ms", outcome.p50Ms());
      low.put("outcomeP99Ms", outcome.p99Ms());
    }
    return low;
  }
}
