package org.closedloop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<List<Integer>> rounds = new ArrayList<>();
  private final List<UniEmitter<? super List<String>>> open = new ArrayList<>();

  @Test
  void shouldBeginAtOnceAndGatherWhatComesMeanwhile() {
    Rounds<Integer, String> work = new Rounds<>(1, 10, this::begin);
    List<CompletableFuture<String>> all = ask(work, 4);
    assertThat(rounds).containsExactly(List.of(0));
    end(0);
    assertThat(rounds).containsExactly(List.of(0), List.of(1, 2, 3));
    end(1);
    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(all.stream().map(CompletableFuture::join)).containsExactly("0", "1", "2", "3");
  }

  @Test
  void shouldKeepToItsLimits() {
    Rounds<Integer, String> work = new Rounds<>(2, 3, this::begin);
    ask(work, 9);
    assertThat(rounds).containsExactly(List.of(0), List.of(1));
    end(0);
    end(1);
    assertThat(rounds).endsWith(List.of(2, 3, 4), List.of(5, 6, 7));
  }

  @Test
  void shouldFailOnlyWhatFailsByItself() {
    Rounds<Integer, String> work = new Rounds<>(1, 10, this::failingForTwo);
    List<CompletableFuture<String>> all = ask(work, 4);
    end(0);
    assertThat(all.get(1).join()).isEqualTo("1");
    assertThat(all.get(3).join()).isEqualTo("3");
    assertThatThrownBy(() -> all.get(2).join()).hasRootCauseMessage("two");
  }

  @Test
  void shouldGoOnAfterAFailure() {
    Rounds<Integer, String> work = new Rounds<>(1, 10, this::failingForTwo);
    List<CompletableFuture<String>> all = ask(work, 4);
    end(0);
    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(work.one(7).await().indefinitely()).isEqualTo("7");
  }

  @Test
  void shouldFailWhoAskedWhenTheWorkItselfThrows() {
    Rounds<Integer, String> work =
        new Rounds<>(
            1,
            10,
            inputs -> {
              throw new IllegalStateException("thrown");
            });
    assertThatThrownBy(() -> work.one(1).await().indefinitely()).hasMessage("thrown");
    assertThatThrownBy(() -> work.one(1).await().indefinitely()).hasMessage("thrown");
  }

  private Uni<List<String>> begin(List<Integer> inputs) {
    rounds.add(inputs);
    return Uni.createFrom().emitter(open::add);
  }

  private Uni<List<String>> failingForTwo(List<Integer> inputs) {
    if (inputs.contains(0)) {
      return begin(inputs);
    }
    return inputs.contains(2)
        ? Uni.createFrom().failure(new IllegalStateException("two"))
        : Uni.createFrom().item(results(inputs));
  }

  private void end(int round) {
    open.get(round).complete(results(rounds.get(round)));
  }

  private static List<String> results(List<Integer> inputs) {
    return inputs.stream().map(String::valueOf).toList();
  }

  private static List<CompletableFuture<String>> ask(Rounds<Integer, String> work, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> work.one(i).subscribeAsCompletionStage())
        .toList();
  }
}
