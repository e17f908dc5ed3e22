package org.closedloop.acceptance.chaos;

import java.util.List;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.fault.Breakings;
import org.closedloop.acceptance.chaos.hub.SmallDisk;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.acceptance.chaos.scenario.RandomScenario;
import org.closedloop.acceptance.chaos.scenario.RandomScenario.Breakable;
import org.closedloop.acceptance.chaos.scenario.Scenario;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** What will be played on a stack: a file, or drawn; without what cannot be broken here. */
final class Plot {

  private final StackSettings settings;
  private final Consumer<String> progress;

  Plot(StackSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  Scenario of(ChaosOptions options) {
    boolean disks = SmallDisk.possible(settings.data());
    if (!disks) {
      progress.accept("No file system can be mounted here: faults by a full disk are left out.");
    }
    return options
        .scenario()
        .map(Scenario::read)
        .map(scenario -> disks ? scenario : scenario.without(FaultKind.DISK_FULL))
        .orElseGet(() -> drawn(options, disks));
  }

  private Scenario drawn(ChaosOptions options, boolean disks) {
    LocalStack names = new LocalStack(settings, progress);
    List<Breakable> breakable =
        Breakings.all(names.services(), names.brokers(), pushed(names.directory())).stream()
            .filter(one -> disks || one.kind() != FaultKind.DISK_FULL)
            .toList();
    return new RandomScenario(breakable).draw(options.minutes(), options.rate(), options.seed());
  }

  private static List<String> pushed(Directory directory) {
    return directory.all().stream()
        .filter(party -> party.sendingChannel().orElse(null) == Channel.PUSH)
        .map(Party::id)
        .sorted()
        .toList();
  }
}
