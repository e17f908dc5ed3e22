package org.closedloop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DrainingTest {

  private final Draining draining = new Draining();

  @Test
  void shouldWaitForWhatHasBegunAndForWhatThatBegins() throws InterruptedException {
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    draining
        .run(() -> Uni.createFrom().completionStage(first).invoke(() -> begin(begun, second)))
        .subscribe()
        .with(done -> {});
    Thread stopping = stop();
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);

    first.complete(null);
    assertThat(begun).isTrue();
    assertThat(stopping.isAlive()).isTrue();

    second.complete(null);
    stopping.join(5000);
    assertThat(stopping.isAlive()).isFalse();
  }

  @Test
  void shouldBeginNothingOnceItStops() throws InterruptedException {
    stop().join(5000);
    AtomicBoolean begun = new AtomicBoolean();

    draining
        .run(() -> Uni.createFrom().item(1).invoke(() -> begun.set(true)))
        .subscribe()
        .with(done -> {});

    assertThat(begun).isFalse();
  }

  private void begin(AtomicBoolean begun, CompletableFuture<Void> work) {
    draining
        .finish(
            () -> {
              begun.set(true);
              return Uni.createFrom().completionStage(work);
            })
        .subscribe()
        .with(done -> {});
  }

  private Thread stop() {
    Thread thread =
        new Thread(
            () -> {
              try {
                draining.stop(null);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }
}
