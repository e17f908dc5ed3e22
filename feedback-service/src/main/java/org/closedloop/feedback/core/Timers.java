package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.catalog.UseCase;

/** All timers of a referral as it stands; what has happened has none. Pure. */
public final class Timers {

  private final List<Timer> all;

  private Timers(List<Timer> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The timers.
   *
   * @param useCase its use case; empty when it is not in the catalog any more
   * @param fetches whether the program only fetches: then it is its turn, not the hub's
   * @param waiting the first message the initiator does not have
   */
  public static Timers of(
      Referral referral,
      Optional<UseCase> useCase,
      boolean fetches,
      Optional<Waiting> waiting,
      HubLimits limits) {
    List<Timer> timers = new ArrayList<>();
    if (!referral.state().terminal()) {
      open(timers, referral, useCase, fetches, limits);
    }
    waiting.ifPresent(
        message ->
            timers.add(
                new Timer(
                    Stage.FEEDBACK, message.turn(), message.since().plus(limits.toldWithin()))));
    return new Timers(timers);
  }

  private static void open(
      List<Timer> timers,
      Referral referral,
      Optional<UseCase> useCase,
      boolean fetches,
      HubLimits limits) {
    StageTimes times = referral.times();
    boolean answered = times.respondedAt() != null;
    boolean there = times.deliveredAt() != null || answered;
    Turn turn = there || fetches ? Turn.PROGRAM : Turn.HUB;
    if (!there) {
      timers.add(
          new Timer(Stage.DELIVERY, turn, times.acceptedAt().plus(limits.deliveredWithin())));
    } else if (!answered) {
      Instant since = times.deliveredAt();
      timers.add(new Timer(Stage.ACKNOWLEDGEMENT, turn, since.plus(limits.acknowledgedWithin())));
      useCase.ifPresent(
          known -> timers.add(new Timer(Stage.RESPONSE, turn, since.plus(known.respondWithin()))));
    }
    useCase.ifPresent(
        known ->
            timers.add(
                new Timer(
                    Stage.COMPLETION, turn, times.acceptedAt().plus(known.completeWithin()))));
  }

  /** Those that have run out. */
  public List<Timer> late(Instant now) {
    return all.stream().filter(timer -> timer.late(now)).toList();
  }

  /** When the next one runs out. */
  public Optional<Instant> next(Instant now) {
    return all.stream()
        .filter(timer -> !timer.late(now))
        .map(Timer::dueAt)
        .min(Comparator.naturalOrder());
  }
}
