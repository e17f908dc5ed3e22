package org.closedloop.kit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private static final int MIB = 1024 * 1024;

  private final InOrder order = new InOrder(4);
  private final Map<String, CompletableFuture<String>> judging = new TreeMap<>();
  private final Map<String, CompletableFuture<Void>> entering = new TreeMap<>();
  private final List<String> entered = new ArrayList<>();

  @Test
  void judgesSideBySideAndEntersInTheOrderOfTheLane() {
    take("lane", "first");
    take("lane", "second");

    judged("second", "b");
    assertThat(entered).isEmpty();

    judged("first", "a");
    assertThat(entered).containsExactly("first", "second");
  }

  @Test
  void whatIsOfOneReferralWaitsForWhatEnteredBefore() {
    take("lane", "first");
    take("lane", "second");
    take("lane", "other");
    judged("first", "a");
    judged("second", "a");
    judged("other", "b");
    assertThat(entered).containsExactly("first", "other");

    entering.get("first").complete(null);
    assertThat(entered).containsExactly("first", "other", "second");
  }

  @Test
  void refusedOnesWaitForNobodyAfterTheirTurn() {
    take("lane", "first");
    take("lane", "second");
    judged("first", null);
    judged("second", null);

    assertThat(entered).containsExactly("first", "second");
  }

  @Test
  void anotherLaneDoesNotWait() {
    take("lane", "first");
    take("other lane", "elsewhere");
    judged("elsewhere", "b");

    assertThat(entered).containsExactly("elsewhere");
  }

  @Test
  void whatFailsHoldsNobodyUp() {
    take("lane", "first");
    take("lane", "second");
    judged("first", "a");
    judged("second", "a");
    entering.get("first").completeExceptionally(new IllegalStateException("broken"));

    assertThat(entered).containsExactly("first", "second");
  }

  @Test
  void theNextIsTakenOnlyWhileThereIsRoom() {
    assertThat(take("lane", "1")).isCompleted();
    assertThat(take("lane", "2")).isCompleted();
    assertThat(take("lane", "3")).isCompleted();
    CompletableFuture<Void> full = take("lane", "4");
    assertThat(full).isNotDone();

    List.of("1", "2", "3", "4").forEach(name -> judged(name, name));
    assertThat(full).isNotDone();
    entering.values().forEach(one -> one.complete(null));
    assertThat(full).isCompleted();
    assertThat(take("lane", "5")).isCompleted();
  }

  @Test
  void largeOnesFillTheRoomSooner() {
    assertThat(take("lane", "1", 5 * MIB)).isCompleted();
    CompletableFuture<Void> full = take("lane", "2", 3 * MIB);
    assertThat(full).isNotDone();

    judged("1", "1");
    entering.get("1").complete(null);
    assertThat(take("lane", "3", 4 * MIB)).isCompleted();
    assertThat(full).isNotDone();
  }

  private CompletableFuture<Void> take(String lane, String name) {
    return take(lane, name, 1);
  }

  private CompletableFuture<Void> take(String lane, String name, int bytes) {
    judging.put(name, new CompletableFuture<>());
    entering.put(name, new CompletableFuture<>());
    return order
        .take(
            lane,
            bytes,
            () -> Uni.createFrom().completionStage(judging.get(name)),
            referral -> referral,
            referral -> enter(name))
        .subscribeAsCompletionStage();
  }

  private Uni<Void> enter(String name) {
    entered.add(name);
    return Uni.createFrom().completionStage(entering.get(name));
  }

  private void judged(String name, String referral) {
    judging.get(name).complete(referral);
  }
}
