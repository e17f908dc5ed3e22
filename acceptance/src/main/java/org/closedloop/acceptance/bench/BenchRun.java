package org.closedloop.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.closedloop.stack.local.LocalStack;

/** The phases of a benchmark, in order, on a stack that is up. */
final class BenchRun {

  static final double LIMIT_MS = 250;

  private static final Duration LAG_PATIENCE = Duration.ofSeconds(15);
  private static final double LOW_RATE = 2;
  private static final int LOW_SECONDS = 30;

  private static final double FIRST_RATE = 20;
  private static final int STEPS = 5;
  static final double BURST_RATE = 100_000;
  static final Duration LONG_PATIENCE = Duration.ofSeconds(360);
  private static final int SECONDS_IN_MINUTE = 60;
  static final List<String> DATABASES = List.of("adapter", "feedback");
  private static final String VALIDATOR_HEAP = "768m";

  /** The database tells of rows about this late. */
  private static final long STATISTICS_MS = 1500;

  private final LocalStack stack;
  private final BenchOptions options;
  private final Consumer<String> say;
  private final Map<String, Phase> phases = new TreeMap<>();
  private final Rides rides;
  private Map<String, Double> cpu = Map.of();
  private Volume perLoop;
  private Soak soak;

  BenchRun(LocalStack stack, BenchOptions options, Consumer<String> say) {
    this.stack = stack;
    this.options = options;
    this.say = say;
    rides = Rides.fresh(stack);
  }

  /** Topics of the hub, dead letters among them; not the broker's own and not the floor's. */
  static boolean ofTheHub(String topic) {
    return !topic.startsWith("_") && !topic.startsWith(TopicKind.FLOOR);
  }

  /** Plays all phases, the floor after the hub and its pages, and the validators last. */
  BenchResult play() throws InterruptedException {
    double most;
    List<Phase> steps;
    long errors;
    Ledger ledger;
    try (VolumeMeter meter = new VolumeMeter(stack, DATABASES, BenchRun::ofTheHub);
        Traffic traffic = Traffic.of(stack, rides)) {
      double dead = dead(meter);
      Trials trials = new Trials(traffic, rides, say);
      most = hub(trials, meter);
      steps = trials.steps();
      errors = traffic.failures();
      ledger = Ledger.of(traffic.tallies(), Math.round(dead(meter) - dead));
    }
    // The floor ends the services.
    List<PageFigures> pages = new PagesRun(stack, say).play(options.rows());
    FloorResult floor = most > 0 ? new FloorRun(stack, rides, say).play(perLoop, most) : null;
    GateFigures gate = gate();
    return new BenchResult(
        most, Map.copyOf(phases), steps, cpu, perLoop, errors, ledger, soak, floor, pages, gate);
  }

  private double hub(Trials trials, VolumeMeter meter) throws InterruptedException {
    trials.plan(new ArrivalPlan(BURST_RATE, options.warm()), LONG_PATIENCE);
    phase("low", trials.constant(LOW_RATE, LOW_SECONDS));
    double most = trials.search("step", FIRST_RATE, STEPS);
    if (most > 0) {
      highest(trials, meter, most);
    }
    phase("burst", trials.plan(new ArrivalPlan(BURST_RATE, options.burst()), LONG_PATIENCE));
    if (options.soakMinutes() > 0 && most > 0) {
      SoakMeter watch = new SoakMeter(stack);
      try (SoakWatch minutes = new SoakWatch(watch, say)) {
        phase("soak", trials.soak(most / 2, options.soakMinutes() * SECONDS_IN_MINUTE));
        soak = new Soak(minutes.all(), watch.memory(), watch.lagAtRest(LAG_PATIENCE));
      }
    }
    return most;
  }

  private void highest(Trials trials, VolumeMeter meter, double most) throws InterruptedException {
    Volume written = meter.read();
    Metered metered = trials.confirm(most, new CpuMeter(stack));
    Phase confirmed = metered.phase();
    cpu = metered.cpuMsPerLoop();
    Thread.sleep(STATISTICS_MS);
    perLoop = meter.read().since(written, confirmed.closed());
    phase("highest", confirmed);
  }

  /** What the child measured; nothing where it failed, which must not cost the other figures. */
  private GateFigures gate() throws InterruptedException {
    say.accept("Gate and HAPI's validator over the same messages …");
    Process child =
        ChildJava.start(
            VALIDATOR_HEAP, GateMain.class, List.of(stack.settings().useCases().toString()));
    try {
      String json =
          new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      child.waitFor();
      if (child.exitValue() != 0) {
        say.accept("not measured: the child ended with exit code " + child.exitValue());
        return new GateFigures(0, 0);
      }
      return new ObjectMapper().readValue(json.lines().toList().getLast(), GateFigures.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      child.destroyForcibly();
    }
  }

  static double dead(VolumeMeter meter) throws InterruptedException {
    return meter.read().records().getOrDefault("dlq", 0.0);
  }

  private void phase(String name, Phase phase) {
    phases.put(name, phase);
    say.accept(BenchText.line(name, phase));
  }
}
