package org.closedloop.acceptance.chaos.fault;

import static org.closedloop.acceptance.chaos.scenario.FaultKind.CLOCK_AHEAD;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.CLOCK_BEHIND;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.CUT;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.DISK_FULL;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.DUPLICATES;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.KILL;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.LATE_REPORTS;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.POISON;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.REORDERED;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.SLOW;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.STOP;
import static org.closedloop.acceptance.chaos.scenario.FaultKind.TERM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.hub.TestedHub;
import org.closedloop.acceptance.chaos.play.JourneyLog;
import org.closedloop.acceptance.chaos.play.Mood;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.acceptance.chaos.scenario.Fault;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.acceptance.chaos.scenario.RandomScenario.Breakable;
import org.closedloop.stack.process.StackFailure;

/** Knows how each kind of fault is done. */
public final class Breakings {

  private static final String TOPICS = "topics";
  private static final String DATABASE = "postgresql";
  private static final Duration CLOCK_OFFSET = Duration.ofMinutes(5);
  private static final long PARTY_LATENCY_MS = 700;
  private static final long HUB_LATENCY_MS = 100;
  private static final Map<FaultKind, Mood> MOODS =
      Map.of(
          FaultKind.HANG, Mood.HANGING,
          FaultKind.ERROR, Mood.FAILING,
          FaultKind.LATE_ANSWER, Mood.LATE,
          FaultKind.DROPPED_ANSWER, Mood.DROPPING,
          FaultKind.BUSY, Mood.BUSY);

  private final TestedHub hub;
  private final Stage stage;
  private final JourneyLog journeys;
  private final Random chance;
  private final Consumer<String> progress;

  /**
   * @param journeys what has been played so far, to say some of it again
   */
  public Breakings(
      TestedHub hub, Stage stage, JourneyLog journeys, Random chance, Consumer<String> progress) {
    this.hub = hub;
    this.stage = stage;
    this.journeys = journeys;
    this.chance = chance;
    this.progress = progress;
  }

  /**
   * Everything that can be broken, for drawing.
   *
   * @param services names of all instances of the services
   * @param brokers names of all brokers
   * @param pushed ids of the parties that get their messages by push
   */
  public static List<Breakable> all(
      List<String> services, List<String> brokers, List<String> pushed) {
    List<Breakable> all = new ArrayList<>();
    services.forEach(service -> add(all, service, KILL, TERM, STOP, CLOCK_AHEAD, CLOCK_BEHIND));
    brokers.forEach(broker -> add(all, broker, KILL, TERM, STOP, CUT, SLOW, DISK_FULL));
    add(all, DATABASE, KILL, TERM, CUT, SLOW, DISK_FULL);
    List<FaultKind> ofParties = new ArrayList<>(MOODS.keySet().stream().sorted().toList());
    ofParties.addAll(List.of(CUT, SLOW));
    for (int i = 0; i < ofParties.size(); i++) {
      all.add(new Breakable(ofParties.get(i), pushed.get(i % pushed.size())));
    }
    add(all, TOPICS, POISON, DUPLICATES, LATE_REPORTS, REORDERED);
    return all;
  }

  private static void add(List<Breakable> all, String target, FaultKind... kinds) {
    for (FaultKind kind : kinds) {
      all.add(new Breakable(kind, target));
    }
  }

  Breaking of(Fault fault) {
    return switch (fault.kind()) {
      case KILL, TERM, STOP ->
          new PartBreaking(hub.stack(), fault.kind(), fault.target(), progress);
      case CUT, SLOW -> line(fault);
      case DISK_FULL -> disk(fault);
      case CLOCK_AHEAD -> clock(fault, CLOCK_OFFSET);
      case CLOCK_BEHIND -> clock(fault, CLOCK_OFFSET.negated());
      case POISON -> new Poison(stage, chance);
      case DUPLICATES -> new Duplicates(stage, journeys, chance);
      case LATE_REPORTS -> new LateReports(stage, journeys, chance);
      case REORDERED -> new Reordering(stage);
      case HANG, ERROR, LATE_ANSWER, DROPPED_ANSWER, BUSY ->
          new EndpointBreaking(known(stage.endpoints(), fault), MOODS.get(fault.kind()));
    };
  }

  private Breaking line(Fault fault) {
    return hub.lines().containsKey(fault.target())
        ? new LineBreaking(known(hub.lines(), fault), fault.kind(), HUB_LATENCY_MS)
        : new LineBreaking(known(stage.lines(), fault), fault.kind(), PARTY_LATENCY_MS);
  }

  /** A database whose tables cannot grow goes on; without room for its log it ends. */
  private Breaking disk(Fault fault) {
    LogOfDatabase log = new LogOfDatabase(hub.stack());
    Runnable last = fault.target().equals(DATABASE) ? log::useUp : () -> {};
    return new DiskFilling(known(hub.disks(), fault), reviving(fault), last);
  }

  private Breaking clock(Fault fault, Duration offset) {
    return new ClockBreaking(hub.stack(), fault.target(), offset, reviving(fault));
  }

  private Reviving reviving(Fault fault) {
    return new Reviving(hub.stack(), fault.target(), progress);
  }

  private static <T> T known(Map<String, T> byParty, Fault fault) {
    T found = byParty.get(fault.target());
    if (found == null) {
      throw new StackFailure(
          "There is nothing of '" + fault.target() + "' to break by " + fault.kind() + ".");
    }
    return found;
  }
}
