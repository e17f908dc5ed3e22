package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the records of a topic in side by side without letting those of one referral overtake each
 * other: several are judged at a time, each then has its turn in the order of the topic, and what a
 * turn begins for a key waits for what an earlier turn began for that key.
 */
public final class InOrder {

  /** As much as eight of the largest messages: what is judged takes several times its size. */
  private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;

  private final Map<String, CompletableFuture<Void>> turns = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> keys = new ConcurrentHashMap<>();
  private final Pending inside;

  /**
   * @param atOnce how many may be inside at a time, as long as they have less than 8 MiB together
   */
  public InOrder(int atOnce) {
    this.inside = new Pending(atOnce - 1, BYTES_AT_ONCE - 1);
  }

  /**
   * Takes a record in; to be called in the order of its lane.
   *
   * @param lane what has an order: topic and partition
   * @param bytes its size
   * @param judge begins at once, beside those before it; must not fail
   * @param keyOf whose later records have to wait for this one; null for nobody's
   * @param enter begins in turn
   * @return completes when the next may be taken: at once, or with this one when too many are
   *     inside
   */
  public <T> Uni<Void> take(
      String lane,
      int bytes,
      Supplier<Uni<T>> judge,
      Function<T, String> keyOf,
      Function<T, Uni<Void>> enter) {
    return inside.hold(
        bytes, Uni.createFrom().completionStage(() -> begin(lane, judge, keyOf, enter)));
  }

  private <T> CompletableFuture<Void> begin(
      String lane,
      Supplier<Uni<T>> judge,
      Function<T, String> keyOf,
      Function<T, Uni<Void>> enter) {
    CompletableFuture<T> judged = judge.get().subscribeAsCompletionStage();
    CompletableFuture<Void> turn = new CompletableFuture<>();
    CompletableFuture<Void> before = turns.put(lane, turn);
    return (before == null ? nothing() : before)
        .thenCompose(mine -> judged)
        .thenCompose(
            found -> {
              CompletableFuture<Void> entered = enter(keyOf.apply(found), found, enter);
              turn.complete(null);
              return entered;
            })
        .whenComplete(
            (ok, e) -> {
              turns.remove(lane, turn);
              turn.complete(null);
            });
  }

  private <T> CompletableFuture<Void> enter(String key, T found, Function<T, Uni<Void>> enter) {
    if (key == null) {
      return enter.apply(found).subscribeAsCompletionStage();
    }
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> before = keys.put(key, mine);
    (before == null ? nothing() : before)
        .exceptionally(e -> null)
        .thenCompose(free -> enter.apply(found).subscribeAsCompletionStage())
        .whenComplete(
            (ok, e) -> {
              keys.remove(key, mine);
              complete(mine, e);
            });
    return mine;
  }

  private static void complete(CompletableFuture<Void> mine, Throwable e) {
    if (e == null) {
      mine.complete(null);
    } else {
      mine.completeExceptionally(e);
    }
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
