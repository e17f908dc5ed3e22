package org.closedloop.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.closedloop.stack.local.LocalStack;

/** Measures the floor with the hub's load, on the hub's stores. */
final class FloorRun {

  /** Far less code than the hub's, so far fewer than there. */
  private static final int WARM_LOOPS = 1500;

  private static final int STEPS = 5;
  private static final long STATISTICS_MS = 1500;

  private final LocalStack stack;
  private final Rides rides;
  private final Consumer<String> say;

  FloorRun(LocalStack stack, Rides rides, Consumer<String> say) {
    this.stack = stack;
    this.rides = rides;
    this.say = say;
  }

  /**
   * Ends the hub's services for it.
   *
   * @param perLoop what the hub wrote
   * @param first rate of the search: what the hub reached
   */
  FloorResult play(Volume perLoop, double first) throws InterruptedException {
    try (VolumeMeter hub = new VolumeMeter(stack, List.of(), BenchRun::ofTheHub);
        Floor floor = new Floor(stack, FloorLoad.of(perLoop), hub.partitions());
        FloorTraffic traffic = new FloorTraffic(stack.bootstrapServers())) {
      Trials trials = new Trials(traffic, rides, rides::alike, say);
      trials.plan(new ArrivalPlan(BenchRun.BURST_RATE, WARM_LOOPS), BenchRun.LONG_PATIENCE);
      floor.check();
      double most = trials.search("floor", first, STEPS);
      floor.check();
      return confirmed(trials, most);
    }
  }

  private FloorResult confirmed(Trials trials, double most) throws InterruptedException {
    List<Phase> steps = new ArrayList<>(trials.steps());
    if (most == 0) {
      return new FloorResult(0, false, steps, null);
    }
    try (VolumeMeter meter =
        new VolumeMeter(stack, Floor.databases(), name -> name.startsWith(TopicKind.FLOOR))) {
      Volume before = meter.read();
      Phase again = trials.confirm(most);
      Thread.sleep(STATISTICS_MS);
      steps.add(again);
      say.accept(BenchText.line("floor", again));
      Volume perLoop = meter.read().since(before, again.closed());
      return new FloorResult(most, again.holds(BenchRun.LIMIT_MS), steps, perLoop);
    }
  }
}
