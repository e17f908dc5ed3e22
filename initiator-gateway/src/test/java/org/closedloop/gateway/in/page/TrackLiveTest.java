package org.closedloop.gateway.in.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.StatusEvent;
import org.closedloop.gateway.playing.Coordinator;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.testing.TestTopics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page of a hospital is told. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class TrackLiveTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String id = UUID.randomUUID().toString();

  @TestHTTPResource("/")
  URI base;

  private Coordinator coordinator;

  @BeforeEach
  void signIn() {
    coordinator = new Coordinator();
  }

  @Test
  void shouldTellAnOpenPageThatItsReferralChanged() {
    Queue<String> all = listen("/track/live");
    Queue<String> one = listen("/track/live?referral=" + id);
    Queue<String> other = listen("/track/live?referral=" + UUID.randomUUID());
    await().atMost(SOON).until(() -> !all.isEmpty() && !one.isEmpty() && !other.isEmpty());

    try (TestTopics topics = new TestTopics()) {
      // Pages look once more when the listening begins; by the second change they have.
      tell(topics, all, one);
      tell(topics, all, one);
      int before = other.size();
      tell(topics, all, one);
      assertThat(other).hasSize(before);
    }
  }

  private void tell(TestTopics topics, Queue<String> all, Queue<String> one) {
    int alls = all.size();
    int ones = one.size();
    topics.send(HubRecords.status(event("mesa-clinic")));
    topics.send(HubRecords.status(event(Coordinator.PARTY)));
    await().atMost(SOON).until(() -> one.size() > ones && all.size() > alls);
  }

  private Queue<String> listen(String path) {
    Queue<String> events = new ConcurrentLinkedQueue<>();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Cookie", coordinator.cookieHeader())
            .build();
    HttpClient.newHttpClient()
        .sendAsync(request, BodyHandlers.ofLines())
        .thenAccept(
            answer -> answer.body().filter(line -> line.contains("changed")).forEach(events::add));
    return events;
  }

  private StatusEvent event(String initiator) {
    Instant now = Instant.now();
    return new StatusEvent(
        id,
        2,
        "hypertension",
        initiator,
        "kc-wellness",
        ClaimKind.REPORT,
        true,
        "recipient",
        "02",
        "send-acceptance",
        "received/2.0",
        "accepted/3.0",
        Delivery.DELIVERED,
        List.of(),
        now,
        now,
        now,
        now,
        now,
        null,
        now);
  }
}
