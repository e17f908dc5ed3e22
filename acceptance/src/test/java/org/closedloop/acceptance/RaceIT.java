package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.RepeatedTest;

/** A cancellation races an outcome: one wins, both sides are told the same. */
class RaceIT {

  private final Hub hub = Hub.shared();

  @RepeatedTest(8)
  void shouldLetOneWinAndTellBothTheSame() throws InterruptedException, ExecutionException {
    TestReferral referral = aReferral(hub).at(TestReferral.after("06"));
    byte[] cancellation = referral.cancellation();
    byte[] outcome = referral.outcome();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<HubHttp.Answer> cancel =
          threads.submit(() -> after(start, () -> referral.hospital().process(cancellation)));
      Future<HubHttp.Answer> complete =
          threads.submit(() -> after(start, () -> referral.program().process(outcome)));
      start.countDown();
      verify(referral, cancel.get(), complete.get());
    }
  }

  /** An outcome is legal before and after a cancellation request, which is not legal after it. */
  private void verify(TestReferral referral, HubHttp.Answer cancel, HubHttp.Answer complete) {
    assertThat(complete.status()).isEqualTo(200);
    assertThat(cancel.status()).isIn(200, 422);
    assertThat(referral.rows())
        .isEqualTo(
            cancel.status() == 200
                ? List.of("01", "02", "06", "14", "24")
                : List.of("01", "02", "06", "16"));
    assertThat(referral.task().state()).isEqualTo("completed/7.0");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                referral
                    .program()
                    .get("/fhir/Task/" + referral.id())
                    .body()
                    .state()
                    .equals("completed/7.0"));
  }

  private static HubHttp.Answer after(CountDownLatch start, Supplier<HubHttp.Answer> call)
      throws InterruptedException {
    start.await();
    return call.get();
  }
}
