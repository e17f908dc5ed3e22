package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** At the stop nothing new begins, and what has begun ends first. */
class DrainingTest {

  private final Draining draining = new Draining();

  @Test
  void shouldWaitForWhatHasBegun() throws Exception {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<String> seen = begin(Uni.createFrom().completionStage(work));

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stop);
    CompletableFuture<Void> watched =
        stopped.thenRun(() -> assertThat(seen).isCompletedWithValue("done"));
    work.complete("done");

    watched.get(5, TimeUnit.SECONDS);
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
