package org.closedloop.acceptance.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.fault.Breakings;
import org.closedloop.acceptance.chaos.fault.FaultRun;
import org.closedloop.acceptance.chaos.fault.Faults;
import org.closedloop.acceptance.chaos.hub.TestedHub;
import org.closedloop.acceptance.chaos.ledger.Dirt;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.acceptance.chaos.ledger.Facts;
import org.closedloop.acceptance.chaos.ledger.Ledger;
import org.closedloop.acceptance.chaos.ledger.Visibility;
import org.closedloop.acceptance.chaos.play.Arrivals;
import org.closedloop.acceptance.chaos.play.DeadLetterReading;
import org.closedloop.acceptance.chaos.play.JourneyLog;
import org.closedloop.acceptance.chaos.play.ParkedReading;
import org.closedloop.acceptance.chaos.play.RecordReading;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.acceptance.chaos.scenario.Scenario;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.process.Waiting;

/** Plays a scenario against a stack that is up, waits until all is settled, closes the books. */
public final class ChaosRun {

  private static final double MINUTE_NANOS = 60e9;

  private final TestedHub hub;
  private final Scenario scenario;
  private final Consumer<String> progress;
  private final Duration patience;

  /**
   * @param progress told in sentences what happens
   * @param patience how long nothing may happen after load and faults before what is open is given
   *     up
   */
  public ChaosRun(TestedHub hub, Scenario scenario, Consumer<String> progress, Duration patience) {
    this.hub = hub;
    this.scenario = scenario;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * What came of it.
   *
   * @param result the numbers
   * @param ledger what they stand for
   */
  public record Outcome(ChaosResult result, Ledger ledger) {}

  /**
   * Plays it.
   *
   * @throws StackFailure when the harness itself could not do what the scenario says
   */
  public Outcome play() throws InterruptedException {
    DeadLetterReading deadLetters = new DeadLetterReading(hub.stack().bootstrapServers());
    Stage stage = new Stage(hub.stack());
    try {
      long begin = System.nanoTime();
      List<FaultRun> faults = load(stage, begin);
      Waiting.until(stage.book()::allAnswered, patience);
      progress.accept(
          "%d messages were sent that no row allows, and %d records inside that no one can read."
              .formatted(stage.book().toBeRefused(), stage.book().poison().size()));
      Ledger ledger = ledger(stage, deadLetters);
      return new Outcome(result(ledger, faults, begin), ledger);
    } finally {
      stage.close();
    }
  }

  private List<FaultRun> load(Stage stage, long begin) throws InterruptedException {
    JourneyLog log = new JourneyLog();
    Random chance = new Random(scenario.seed());
    String run = UUID.randomUUID().toString().substring(0, 8);
    Arrivals arrivals = new Arrivals(stage, scenario.load(), chance, run, log);
    Random ofFaults = new Random(scenario.seed());
    Faults faults = new Faults(new Breakings(hub, stage, log, ofFaults, progress), begin, progress);
    faults.start(scenario.faults());
    try {
      arrivals.run();
      List<FaultRun> done = faults.await();
      progress.accept("Load and faults are over; waiting for what is still open …");
      new Settling(patience).await(arrivals, scenario.load().referrals(), progress);
      return done;
    } finally {
      arrivals.stop();
      failOn(arrivals.failures());
    }
  }

  /** Bad records are looked for until all are seen: what shows them may be behind. */
  private Ledger ledger(Stage stage, DeadLetterReading deadLetters) throws InterruptedException {
    List<Dirt> unseen = unseen(stage, deadLetters);
    for (long end = System.nanoTime() + patience.toNanos();
        !unseen.isEmpty() && System.nanoTime() < end;
        unseen = unseen(stage, deadLetters)) {
      TimeUnit.SECONDS.sleep(1);
    }
    return Ledger.of(withRecords(stage), deadLetters.letters(), stage.book().bad()).with(unseen);
  }

  private static List<Dirt> unseen(Stage stage, DeadLetterReading deadLetters)
      throws InterruptedException {
    Set<String> parked = new ParkedReading(stage.clients()).places();
    return new Visibility(deadLetters.letters(), parked).missing(stage.book().poison());
  }

  private static void failOn(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new StackFailure("The harness itself failed: " + failures.get(0));
    }
  }

  private static List<Facts> withRecords(Stage stage) throws InterruptedException {
    RecordReading reading = new RecordReading(stage.clients());
    List<Facts> all = new ArrayList<>();
    for (Facts facts : stage.book().facts()) {
      all.add(facts.with(reading.of(facts.referralId())));
    }
    return all;
  }

  private ChaosResult result(Ledger ledger, List<FaultRun> faults, long begin) {
    List<Facts> facts = ledger.facts();
    return new ChaosResult(
        ledger.clean(),
        Math.round((System.nanoTime() - begin) / MINUTE_NANOS * 10) / 10.0,
        facts.stream().filter(one -> !one.sent().isEmpty()).count(),
        facts.stream().filter(Facts::accepted).count(),
        facts.stream().filter(one -> one.record().found()).count(),
        facts.stream().filter(Facts::delivered).count(),
        facts.stream().filter(Facts::closed).count(),
        ledger.count(Kind.LOST),
        ledger.count(Kind.TWICE),
        ledger.count(Kind.ILLEGAL),
        ledger.count(Kind.OUT_OF_ORDER),
        ledger.count(Kind.GOOD_DEAD_LETTERED),
        faults.stream().map(one -> report(one, facts)).toList());
  }

  private static ChaosResult.FaultReport report(FaultRun run, List<Facts> facts) {
    return new ChaosResult.FaultReport(
        run.fault().kind().name(),
        run.fault().target(),
        run.atMs(),
        Recovery.ms(run.endedNanos(), facts).stream().boxed().findFirst().orElse(null));
  }
}
