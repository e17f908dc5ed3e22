package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.closedloop.core.directory.Party;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.local.LocalStack;

/** The phases of a benchmark, in order, on a stack that is up. */
final class BenchRun {

  static final double LIMIT_MS = 250;

  private static final double LOW_RATE = 2;
  private static final int LOW_SECONDS = 30;

  /** Long enough that code not yet compiled does not look like load. */
  private static final double WARM_RATE = 8;

  private static final int WARM_SECONDS = 60;
  private static final double FIRST_RATE = 4;
  private static final int STEPS = 8;
  private static final int STEP_SECONDS = 15;
  private static final double CLOSE_ENOUGH = 0.12;
  private static final double BURST_RATE = 100_000;

  /** A step that was too much must have drained before the next is measured. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LONG_PATIENCE = Duration.ofSeconds(180);
  private static final int SECONDS_IN_MINUTE = 60;

  private final LocalStack stack;
  private final BenchOptions options;
  private final Consumer<String> say;
  private final Map<String, Phase> phases = new TreeMap<>();
  private final List<Phase> steps = new ArrayList<>();
  private final Rides rides;

  BenchRun(LocalStack stack, BenchOptions options, Consumer<String> say) {
    this.stack = stack;
    this.options = options;
    this.say = say;
    String run = "b" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    rides = new Rides(stack.directory(), stack.settings().useCases(), run);
  }

  /** Plays all phases. */
  BenchResult play() throws InterruptedException {
    try (Traffic traffic = new Traffic(stack.bootstrapServers(), topics())) {
      Generator generator = new Generator(traffic);
      constant(generator, WARM_RATE, WARM_SECONDS, LONG_PATIENCE);
      phase("low", constant(generator, LOW_RATE, LOW_SECONDS, PATIENCE));
      double most = search(generator);
      Map<String, Double> cpu = Map.of();
      if (most > 0) {
        CpuMeter meter = new CpuMeter(stack);
        Map<String, Long> before = meter.read();
        Phase confirmed = constant(generator, most, STEP_SECONDS * 2, PATIENCE);
        cpu = CpuMeter.perLoop(before, meter.read(), confirmed.closed());
        phase("highest", confirmed);
      }
      phase("burst", burst(generator));
      if (options.soakMinutes() > 0 && most > 0) {
        int seconds = options.soakMinutes() * SECONDS_IN_MINUTE;
        phase("soak", constant(generator, most / 2, seconds, PATIENCE));
      }
      return new BenchResult(most, Map.copyOf(phases), List.copyOf(steps), cpu, traffic.failures());
    }
  }

  private double search(Generator generator) {
    StepSearch search = new StepSearch(FIRST_RATE, STEPS, CLOSE_ENOUGH);
    for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
      Phase step = constant(generator, rate.getAsDouble(), STEP_SECONDS, PATIENCE);
      say.accept(BenchText.line("step", step));
      steps.add(step);
      search.tried(step.holds(LIMIT_MS));
    }
    return search.best();
  }

  private Phase burst(Generator generator) {
    ArrivalPlan plan = new ArrivalPlan(BURST_RATE, options.burst());
    return generator.run(plan, rides.make(plan.count()), LONG_PATIENCE);
  }

  private Phase constant(Generator generator, double rate, int seconds, Duration patience) {
    ArrivalPlan plan = ArrivalPlan.lasting(rate, seconds);
    return generator.run(plan, rides.make(plan.count()), patience);
  }

  private void phase(String name, Phase phase) {
    phases.put(name, phase);
    say.accept(BenchText.line(name, phase));
  }

  private List<String> topics() {
    List<String> names = new ArrayList<>();
    rides.hospitals().stream().map(Party::id).map(Topics::initiatorFeedback).forEach(names::add);
    for (Party program : rides.programs()) {
      names.add(Topics.programReferrals(program.id()));
      names.add(Topics.programReceipts(program.id()));
    }
    return names;
  }
}
