package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** At the stop nothing new begins, and what has begun ends first. */
class DrainingTest {

  private final Draining draining = new Draining();

  @Test
  void shouldWaitForWhatHasBegun() throws InterruptedException {
    CompletableFuture<String> work = new CompletableFuture<>();
    List<String> order = new CopyOnWriteArrayList<>();
    begin(Uni.createFrom().completionStage(work).invoke(order::add));
    Thread stopping =
        new Thread(
            () -> {
              stop();
              order.add("stopped");
            });

    stopping.start();
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    work.complete("ended");
    stopping.join();

    assertThat(order).containsExactly("ended", "stopped");
  }

  @Test
  void shouldBeginNothingAfterTheStopAndFailNothing() {
    stop();

    CompletableFuture<String> late =
        begin(
            Uni.createFrom()
                .item(
                    () -> {
                      throw new AssertionError("it began");
                    }));

    assertThat(late).isNotDone();
  }

  private CompletableFuture<String> begin(Uni<String> work) {
    return draining.run(() -> work).subscribe().asCompletionStage();
  }

  private void stop() {
    try {
      draining.stop(new ShutdownEvent());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
