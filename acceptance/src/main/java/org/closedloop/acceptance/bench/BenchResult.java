package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark found; {@link BenchJson} is its form for programs.
 *
 * @param loopsPerSecond the highest rate of closed loops that held in the search, 0 when none did
 * @param phases by name: low, highest (the same rate again, longer), burst, soak
 * @param steps of the search, in order
 * @param cpuMsPerLoop CPU milliseconds for each closed loop at the highest rate, by process
 * @param perLoop what the hub wrote for each loop at the highest rate; null when none held
 * @param errors records of the generator that the broker did not take
 * @param ledger what became of all that was submitted
 * @param soak null when there was none
 * @param floor null when it was not measured
 * @param pages how pages came with many open referrals
 * @param gate the gate against HAPI
 */
record BenchResult(
    double loopsPerSecond,
    Map<String, Phase> phases,
    List<Phase> steps,
    Map<String, Double> cpuMsPerLoop,
    Volume perLoop,
    long errors,
    Ledger ledger,
    Soak soak,
    FloorResult floor,
    List<PageFigures> pages,
    GateFigures gate) {

  /** Whether the highest rate of the search held when it was tried again, for longer. */
  boolean confirmed() {
    return phases.containsKey("highest") && phases.get("highest").holds(BenchRun.LIMIT_MS);
  }

  /** Whether every referral of every named phase came back and none was refused. */
  boolean lossFree() {
    return errors == 0
        && phases.values().stream().allMatch(phase -> phase.open() == 0 && phase.refused() == 0);
  }

  /** The floor's highest rate, 0 when it was not measured. */
  double floorLoopsPerSecond() {
    return floor == null ? 0 : floor.loopsPerSecond();
  }

  /** The hub's highest rate as a share of the floor's, 0 when that was not measured. */
  double ratioToFloor() {
    return floorLoopsPerSecond() > 0 ? loopsPerSecond / floorLoopsPerSecond() : 0;
  }

  /** Figures of a stage of a phase; null when there was no such phase. */
  Latencies.Percentiles stage(String phase, Measured stage) {
    return phases.containsKey(phase) ? phases.get(phase).stages().get(stage) : null;
  }
}
