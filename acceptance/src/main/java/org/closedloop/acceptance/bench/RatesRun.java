package org.closedloop.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.closedloop.stack.local.LocalStack;

/** Given rates on a warm hub, one after the other, and what each costs by process. */
final class RatesRun {

  private final LocalStack stack;
  private final int warm;
  private final Consumer<String> say;

  RatesRun(LocalStack stack, int warm, Consumer<String> say) {
    this.stack = stack;
    this.warm = warm;
    this.say = say;
  }

  /** All rates, and what became of every referral. */
  record Figures(List<Metered> rates, Ledger ledger) {}

  /** Warms the hub up and plays them. */
  Figures play(List<Integer> rates) throws InterruptedException {
    Rides rides = Rides.fresh(stack);
    try (VolumeMeter meter = new VolumeMeter(stack, BenchRun.DATABASES, BenchRun::ofTheHub);
        Traffic traffic = Traffic.of(stack, rides)) {
      double dead = BenchRun.dead(meter);
      Trials trials = new Trials(traffic, rides, say);
      ArrivalPlan burst = new ArrivalPlan(BenchRun.BURST_RATE, warm);
      say.accept(BenchText.line("warm-up", trials.plan(burst, BenchRun.LONG_PATIENCE)));
      List<Metered> all = new ArrayList<>();
      for (int rate : rates) {
        all.add(at(rate, trials));
      }
      Ledger ledger = Ledger.of(traffic.tallies(), Math.round(BenchRun.dead(meter) - dead));
      return new Figures(all, ledger);
    }
  }

  private Metered at(int rate, Trials trials) throws InterruptedException {
    Metered at = trials.confirm(rate, new CpuMeter(stack));
    say.accept(BenchText.line("rate", at.phase()));
    double all = at.cpuMsPerLoop().values().stream().mapToDouble(Double::doubleValue).sum();
    say.accept(
        String.format(
            Locale.ROOT, "         CPU ms a loop %.1f: %s", all, rounded(at.cpuMsPerLoop())));
    return at;
  }

  private static String rounded(Map<String, Double> cpu) {
    StringBuilder text = new StringBuilder();
    cpu.forEach((name, ms) -> text.append(String.format(Locale.ROOT, "%s %.1f  ", name, ms)));
    return text.toString().strip();
  }
}
