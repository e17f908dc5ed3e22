package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark found; its JSON form is written to a file and printed.
 *
 * @param loopsPerSecond the highest rate of closed loops that held in the search, 0 when none did
 * @param phases by name: low, highest (the same rate again, longer), burst, soak
 * @param steps of the search, in order
 * @param cpuMsPerLoop CPU milliseconds for each closed loop at the highest rate, by process
 * @param errors records of the generator that the broker did not take
 */
record BenchResult(
    double loopsPerSecond,
    Map<String, Phase> phases,
    List<Phase> steps,
    Map<String, Double> cpuMsPerLoop,
    long errors) {

  /** Whether the highest rate of the search held when it was tried again, for longer. */
  public boolean isConfirmed() {
    return phases.containsKey("highest") && phases.get("highest").holds(BenchRun.LIMIT_MS);
  }

  /** Whether every referral of every named phase came back and none was refused. */
  public boolean isLossFree() {
    return errors == 0
        && phases.values().stream().allMatch(phase -> phase.open() == 0 && phase.refused() == 0);
  }
}
