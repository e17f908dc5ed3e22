package org.closedloop.kit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Does many small works of one kind together. What is asked while rounds run gathers for the next
 * one, so that a database has one transaction for many when it is busy, and nobody waits for others
 * to come when it is not.
 *
 * @param <I> what one work is about
 * @param <O> what comes of it
 */
public final class Rounds<I, O> {

  private final int sideBySide;
  private final int atMost;
  private final Function<List<I>, Uni<List<O>>> work;
  private final Queue<Asked<I, O>> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param sideBySide rounds that may run at a time
   * @param atMost works of one round
   * @param work does them, all or none; its results stand in the order of what it was given
   */
  public Rounds(int sideBySide, int atMost, Function<List<I>, Uni<List<O>>> work) {
    this.sideBySide = sideBySide;
    this.atMost = atMost;
    this.work = work;
  }

  /**
   * One work. A round that fails is done again one by one, so that each fails for itself alone.
   *
   * @return what came of it, when its round is done; begun anew with each subscription
   */
  public Uni<O> one(I input) {
    return Uni.createFrom()
        .emitter(
            told -> {
              add(new Asked<>(input, told));
              begin();
            });
  }

  private synchronized void add(Asked<I, O> asked) {
    waiting.add(asked);
  }

  private void begin() {
    List<Asked<I, O>> round = next();
    if (!round.isEmpty()) {
      done(round)
          .onTermination()
          .invoke(this::ended)
          .subscribe()
          .with(done -> {}, unexpected -> {});
    }
  }

  private synchronized List<Asked<I, O>> next() {
    List<Asked<I, O>> round = new ArrayList<>();
    if (running < sideBySide) {
      while (round.size() < atMost && !waiting.isEmpty()) {
        round.add(waiting.remove());
      }
      running += round.isEmpty() ? 0 : 1;
    }
    return round;
  }

  private void ended() {
    synchronized (this) {
      running--;
    }
    begin();
  }

  private Uni<Void> done(List<Asked<I, O>> round) {
    return Uni.createFrom()
        .deferred(() -> work.apply(round.stream().map(Asked::input).toList()))
        .invoke(results -> tell(round, results))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(e -> apart(round, e));
  }

  private Uni<Void> apart(List<Asked<I, O>> round, Throwable failure) {
    if (round.size() == 1) {
      round.get(0).told().fail(failure);
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(round.stream().map(asked -> done(List.of(asked))).toList())
        .andCollectFailures()
        .replaceWithVoid();
  }

  private static <I, O> void tell(List<Asked<I, O>> round, List<O> results) {
    for (int i = 0; i < round.size(); i++) {
      round.get(i).told().complete(results.get(i));
    }
  }

  private record Asked<I, O>(I input, UniEmitter<? super O> told) {}
}
