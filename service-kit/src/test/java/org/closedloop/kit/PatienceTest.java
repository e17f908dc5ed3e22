package org.closedloop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void shouldDoOnceWhatSucceeds() {
    assertThat(Patience.untilDone("work", "1", this::work).await().atMost(LONG)).isEqualTo(1);
    assertThat(begun).hasValue(1);
  }

  @Test
  void shouldBeginAnewUntilItSucceeds() {
    assertThat(Patience.untilDone("work", "1", () -> failing(3)).await().atMost(LONG)).isEqualTo(4);
  }

  @Test
  void shouldBeginAnewWhatThrows() {
    Uni<Integer> done =
        Patience.untilDone(
            "work",
            "1",
            () -> {
              if (begun.incrementAndGet() < 3) {
                throw new IllegalStateException("broken");
              }
              return Uni.createFrom().item(begun.get());
            });
    assertThat(done.await().atMost(LONG)).isEqualTo(3);
  }

  @Test
  void shouldBeginWithEachSubscriptionOnly() {
    Uni<Integer> twice = Patience.untilDone("work", "1", this::work);
    assertThat(begun).hasValue(0);
    assertThat(twice.await().atMost(LONG)).isEqualTo(1);
    assertThat(twice.await().atMost(LONG)).isEqualTo(2);
  }

  private Uni<Integer> work() {
    return Uni.createFrom().item(begun.incrementAndGet());
  }

  private Uni<Integer> failing(int times) {
    int turn = begun.incrementAndGet();
    return turn <= times
        ? Uni.createFrom().failure(new IllegalStateException("broken"))
        : Uni.createFrom().item(turn);
  }
}
