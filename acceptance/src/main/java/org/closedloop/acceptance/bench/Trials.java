package org.closedloop.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Runs stretches of constant arrivals and searches for the highest rate, at the hub or the floor.
 */
final class Trials {

  private static final int STEP_SECONDS = 15;
  private static final double CLOSE_ENOUGH = 0.12;

  /** A step that was too much must have drained before the next is measured. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Generator generator;
  private final Rides rides;
  private final IntFunction<Iterator<Ride>> make;
  private final Consumer<String> say;
  private final List<Phase> steps = new ArrayList<>();

  Trials(Parties parties, Rides rides, Consumer<String> say) {
    this(parties, rides, rides::make, say);
  }

  /**
   * @param make so many rides
   */
  Trials(Parties parties, Rides rides, IntFunction<Iterator<Ride>> make, Consumer<String> say) {
    generator = new Generator(parties);
    this.rides = rides;
    this.make = make;
    this.say = say;
  }

  /** The steps tried so far. */
  List<Phase> steps() {
    return List.copyOf(steps);
  }

  /** So many a second for so long. */
  Phase constant(double rate, int seconds) {
    return plan(ArrivalPlan.lasting(rate, seconds), PATIENCE);
  }

  /** Waits for the last loops as long as said. */
  Phase plan(ArrivalPlan plan, Duration patience) {
    return generator.run(plan, make.apply(plan.count())::next, patience);
  }

  /**
   * So many a second for so long that their messages would fill the memory: each is made when it is
   * due, which at a low rate leaves time enough.
   */
  Phase soak(double rate, int seconds) {
    return generator.run(ArrivalPlan.lasting(rate, seconds), rides::next, PATIENCE);
  }

  /**
   * The highest rate that holds, 0 when none does. One that misses by less than half has a second
   * try: within 15 s a single pause of the machine decides about the p99.
   */
  double search(String name, double first, int most) {
    StepSearch search = new StepSearch(first, most, CLOSE_ENOUGH);
    for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
      Phase step = step(name, rate.getAsDouble());
      if (!step.holds(BenchRun.LIMIT_MS) && step.holds(2 * BenchRun.LIMIT_MS)) {
        step = step(name, rate.getAsDouble());
      }
      search.tried(step.holds(BenchRun.LIMIT_MS));
    }
    return search.best();
  }

  private Phase step(String name, double rate) {
    Phase step = constant(rate, STEP_SECONDS);
    say.accept(BenchText.line(name, step));
    steps.add(step);
    return step;
  }

  /** A rate again, twice as long. */
  Phase confirm(double rate) {
    return constant(rate, STEP_SECONDS * 2);
  }

  /** The same with the processor time it takes. */
  Metered confirm(double rate, CpuMeter processors) {
    ArrivalPlan plan = ArrivalPlan.lasting(rate, STEP_SECONDS * 2);
    Iterator<Ride> made = make.apply(plan.count());
    Map<String, Long> before = processors.read();
    Phase phase = generator.run(plan, made::next, PATIENCE);
    return new Metered(phase, CpuMeter.perLoop(before, processors.read(), phase.closed()));
  }
}
