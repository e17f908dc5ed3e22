package org.closedloop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private final List<Runnable> begun = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Judging judging = new Judging(begun::add, 2);

  @Test
  void shouldBeginNoMoreAtATimeThanThereAreProcessors() {
    List.of("a", "b", "c", "d").forEach(this::judge);
    assertThat(begun).hasSize(2);
  }

  @Test
  void shouldDoAllInTheOrderInWhichTheyCame() {
    List.of("a", "b", "c", "d").forEach(this::judge);
    work();
    assertThat(done).containsExactly("a", "b", "c", "d");
  }

  @Test
  void shouldGoOnAfterWorkThatFails() {
    judging
        .run(
            () -> {
              throw new IllegalStateException("broken");
            })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
    judge("b");
    judge("c");
    work();
    assertThat(done).containsExactly("b", "c");
  }

  private void work() {
    while (!begun.isEmpty()) {
      begun.removeFirst().run();
    }
  }

  private void judge(String name) {
    judging.run(() -> done.add(name)).subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
