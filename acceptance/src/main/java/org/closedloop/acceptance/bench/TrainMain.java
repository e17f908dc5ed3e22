package org.closedloop.acceptance.bench;

import java.nio.file.Path;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.training.TrainCommand;

/** Behind {@code ./bser train}: the load a JVM learns from is the benchmark's. */
public final class TrainMain {

  /** Enough that what a loop needs has been compiled at least once. */
  private static final int LOOPS = 1500;

  private TrainMain() {}

  /**
   * @param args what stood behind {@code train}
   */
  public static void main(String[] args) {
    BenchMain.start(args, TrainMain::train);
  }

  private static Command train(Path root) {
    return new TrainCommand(StackSettings.standard(root), TrainMain::load);
  }

  private static void load(LocalStack stack) {
    Rides rides = Rides.fresh(stack);
    try (Traffic traffic = Traffic.of(stack, rides)) {
      ArrivalPlan burst = new ArrivalPlan(BenchRun.BURST_RATE, LOOPS);
      Trials trials = new Trials(traffic, rides, text -> {});
      Phase phase = trials.plan(burst, BenchRun.LONG_PATIENCE);
      if (phase.closed() < LOOPS) {
        throw new StackFailure(
            "Only " + phase.closed() + " of " + LOOPS + " loops closed; nothing was kept.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }
}
