package org.closedloop.acceptance.chaos.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.play.JourneyLog;
import org.closedloop.acceptance.chaos.play.Mood;
import org.closedloop.acceptance.chaos.play.Stage;
import org.closedloop.acceptance.chaos.scenario.Fault;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.acceptance.chaos.scenario.RandomScenario.Breakable;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** Knows how each kind of fault is done. */
public final class Breakings {

  private static final String TOPICS = "topics";
  private static final Map<FaultKind, Mood> MOODS =
      Map.of(
          FaultKind.HANG, Mood.HANGING,
          FaultKind.ERROR, Mood.FAILING,
          FaultKind.LATE_ANSWER, Mood.LATE,
          FaultKind.DROPPED_ANSWER, Mood.DROPPING,
          FaultKind.BUSY, Mood.BUSY);

  private final LocalStack stack;
  private final Stage stage;
  private final JourneyLog journeys;
  private final Random chance;
  private final Consumer<String> progress;

  /**
   * @param journeys what has been played so far, to say some of it again
   */
  public Breakings(
      LocalStack stack,
      Stage stage,
      JourneyLog journeys,
      Random chance,
      Consumer<String> progress) {
    this.stack = stack;
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
    for (String service : services) {
      all.add(new Breakable(FaultKind.KILL, service));
      all.add(new Breakable(FaultKind.TERM, service));
      all.add(new Breakable(FaultKind.STOP, service));
    }
    for (String broker : brokers) {
      all.add(new Breakable(FaultKind.KILL, broker));
      all.add(new Breakable(FaultKind.TERM, broker));
      all.add(new Breakable(FaultKind.STOP, broker));
    }
    all.add(new Breakable(FaultKind.KILL, "postgresql"));
    all.add(new Breakable(FaultKind.TERM, "postgresql"));
    List<FaultKind> ofParties = new ArrayList<>(MOODS.keySet().stream().sorted().toList());
    ofParties.addAll(List.of(FaultKind.CUT, FaultKind.SLOW));
    for (int i = 0; i < ofParties.size(); i++) {
      all.add(new Breakable(ofParties.get(i), pushed.get(i % pushed.size())));
    }
    for (FaultKind kind : List.of(FaultKind.POISON, FaultKind.DUPLICATES, FaultKind.LATE_REPORTS)) {
      all.add(new Breakable(kind, TOPICS));
    }
    return all;
  }

  Breaking of(Fault fault) {
    return switch (fault.kind()) {
      case KILL, TERM, STOP -> new PartBreaking(stack, fault.kind(), fault.target(), progress);
      case CUT, SLOW -> new LineBreaking(known(stage.lines(), fault), fault.kind());
      case POISON -> new Poison(stage, chance);
      case DUPLICATES -> new Duplicates(stage, journeys, chance);
      case LATE_REPORTS -> new LateReports(stage, journeys, chance);
      case HANG, ERROR, LATE_ANSWER, DROPPED_ANSWER, BUSY ->
          new EndpointBreaking(known(stage.endpoints(), fault), MOODS.get(fault.kind()));
    };
  }

  private static <T> T known(Map<String, T> byParty, Fault fault) {
    T found = byParty.get(fault.target());
    if (found == null) {
      throw new StackFailure(
          "There is no endpoint of '" + fault.target() + "' to break by " + fault.kind() + ".");
    }
    return found;
  }
}
