package org.closedloop.kit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PendingTest {

  private static final int MIB = 1024 * 1024;

  private final CompletableFuture<Void> verdict = new CompletableFuture<>();

  @Test
  void shouldTakeTheNextAtOnceWhileThereIsRoom() {
    Pending pending = new Pending(2);

    assertThat(held(pending, 1)).isCompleted();
    assertThat(held(pending, 1)).isCompleted();
  }

  @Test
  void shouldWaitWhenTooManyAreUndecided() {
    Pending pending = new Pending(1);
    held(pending, 1);

    CompletableFuture<Void> second = held(pending, 1);

    assertThat(second).isNotDone();
    verdict.complete(null);
    assertThat(second).isCompleted();
    assertThat(held(pending, 1)).isCompleted();
  }

  @Test
  void shouldWaitWhenTheirMessagesAreTooLargeTogether() {
    Pending pending = new Pending(1000);
    for (int i = 0; i < 12; i++) {
      assertThat(held(pending, MIB)).isCompleted();
    }

    assertThat(held(pending, 1)).isNotDone();
  }

  private CompletableFuture<Void> held(Pending pending, int size) {
    return pending
        .hold(size, Uni.createFrom().completionStage(verdict))
        .subscribeAsCompletionStage();
  }
}
