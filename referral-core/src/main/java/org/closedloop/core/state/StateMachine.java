package org.closedloop.core.state;

import java.util.List;
import java.util.stream.Collectors;
import org.closedloop.core.outcome.Finding;

/** Decides, from the 34 rows alone, whether a trigger is legal. Pure; the only place that does. */
public final class StateMachine {

  private static final String ELEMENT = "Task.status";

  private StateMachine() {}

  /**
   * Decides a trigger.
   *
   * @param state where the referral stands
   * @param actor who sends it; the hub stands in for the recipient
   * @param reported what is sent: the trigger and, where two rows differ only in it, the business
   *     status that is claimed
   * @return the row that applies, or the reason why none does
   */
  public static Move decide(ReferralState state, Actor actor, Reported reported) {
    Actor asActor = actor == Actor.HUB ? Actor.RECIPIENT : actor;
    List<Transition> rows =
        TransitionTable.ROWS.stream()
            .filter(row -> row.from().equals(state) && row.trigger() == reported.trigger())
            .filter(row -> reported.allows(row.to().businessStatus()))
            .toList();
    if (rows.isEmpty()) {
      return new Move.Rejected(illegal(state, reported.trigger()));
    }
    return rows.stream()
        .filter(row -> row.actor() == asActor)
        .findFirst()
        .<Move>map(Move.Accepted::new)
        .orElseGet(() -> new Move.Rejected(wrongActor(actor, reported.trigger())));
  }

  private static Finding illegal(ReferralState state, Trigger trigger) {
    String legal =
        TransitionTable.ROWS.stream()
            .filter(row -> row.from().equals(state))
            .map(row -> row.trigger().word() + " (" + row.actor().word() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return Finding.error(
        "state-transition",
        ELEMENT,
        "The trigger "
            + trigger.word()
            + " is not legal while the referral is "
            + state
            + ". "
            + (legal.isEmpty() ? "The referral is closed." : "Legal now: " + legal + "."));
  }

  private static Finding wrongActor(Actor actor, Trigger trigger) {
    return Finding.error(
        "state-actor",
        ELEMENT,
        "The " + actor.word() + " may not send " + trigger.word() + "; the other side has to.");
  }
}
