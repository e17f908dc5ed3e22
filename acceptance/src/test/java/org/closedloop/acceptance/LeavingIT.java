package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.process.StackFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Told to end, a service says that it is not ready while its door is still open. */
class LeavingIT {

  private final Hub hub = Hub.shared();
  private final HubHttp gateway = hub.client("gateway", null);

  @AfterEach
  void startAgain() {
    hub.stack().start("gateway");
  }

  @Test
  void shouldSayThatItIsNotReadyBeforeItsDoorCloses() {
    CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> hub.stack().stop("gateway"));
    List<Integer> answers = untilNobodyAnswers();
    ending.join();
    assertThat(answers).contains(503);
  }

  private List<Integer> untilNobodyAnswers() {
    List<Integer> answers = new ArrayList<>();
    while (true) {
      try {
        answers.add(gateway.get("/q/health/ready").status());
      } catch (StackFailure gone) {
        return answers;
      }
    }
  }
}
