package org.closedloop.acceptance.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.closedloop.acceptance.chaos.hub.TestedHub;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.acceptance.chaos.scenario.Scenario;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.cli.Interruption;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/**
 * {@code chaos}: starts a hub with data of its own, plays hospitals and programs, breaks things at
 * random, and prints the ledger. Exit code 0 only when it is clean.
 */
final class ChaosCommand implements Command {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SHOWN = 20;

  private final Path root;

  ChaosCommand(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public int run(List<String> args, Console out) {
    ChaosOptions options = ChaosOptions.of(args);
    refuseBesideAnother();
    new LocalStack(ChaosStack.before(root), out::say).down();
    StackSettings settings = ChaosStack.fresh(root, options.size());
    Scenario scenario = new Plot(settings, out::say).of(options);
    TestedHub hub = TestedHub.of(settings, scenario.targets(FaultKind.DISK_FULL), out::say);
    try {
      Interruption interruption = Interruption.whileStarting(hub.stack(), out);
      out.say("Starting a hub of its own …");
      hub.stack().up();
      interruption.takesAll();
      return report(play(hub, scenario, out), settings, out);
    } finally {
      hub.down();
    }
  }

  private void refuseBesideAnother() {
    if (!new LocalStack(StackSettings.standard(root), text -> {}).running().isEmpty()) {
      throw new StackFailure(
          "The hub is up, and chaos needs its ports: ./bser down stops it, its data stay.");
    }
  }

  private static ChaosRun.Outcome play(TestedHub hub, Scenario scenario, Console out) {
    out.say(
        "Scenario: %s, %.1f referrals a second, %d faults"
            .formatted(scenario.name(), scenario.load().perSecond(), scenario.faults().size()));
    try {
      return new ChaosRun(hub, scenario, out::say, PATIENCE).play();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }

  private static int report(ChaosRun.Outcome outcome, StackSettings settings, Console out) {
    out.say(ChaosText.of(outcome.result()));
    if (!outcome.ledger().clean()) {
      Path file = settings.data().resolve("evidence.txt");
      Evidence.write(file, outcome.ledger());
      outcome.ledger().dirt().stream()
          .limit(SHOWN)
          .forEach(one -> out.say(one.kind() + " " + one.referralId() + ": " + one.text()));
      out.say("What is known of these referrals: " + file);
    }
    out.result(outcome.result());
    return outcome.ledger().clean() ? 0 : 1;
  }
}
