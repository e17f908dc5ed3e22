package org.closedloop.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.acceptance.hub.TraceCollector.Seen;
import org.closedloop.core.claim.Delivery;
import org.junit.jupiter.api.Test;

/** A referral is one trace across services and topics, and nothing a message says is in it. */
class TracesIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Set<String> KEYS =
      Set.of("hub.use_case", "hub.party", "messaging.system", "messaging.destination.name");

  private final Hub hub = Hub.shared();

  @Test
  void shouldTellTheWholeWayOfAReferralAsOneTrace() {
    TestReferral referral = aReferral(hub).of("hypertension").from("saint-lukes").received();
    referral.awaitDelivery(Delivery.DELIVERED);
    for (byte[] said : List.of(referral.report(TestReferral.after("02")), referral.outcome())) {
      assertThat(referral.program().process(said).status()).isEqualTo(200);
    }
    // Each service tells in batches of its own.
    await().atMost(LIMIT).untilAsserted(() -> assertWhole(hub.traces().of(referral.id())));

    assertThat(hub.traces().of(referral.id()))
        .allSatisfy(span -> assertThat(KEYS).containsAll(span.facts().keySet()));
  }

  private static void assertWhole(List<Seen> spans) {
    assertThat(spans)
        .extracting(Seen::name)
        .contains(
            "referral",
            "stage recorded",
            "stage routed",
            "stage delivered",
            "stage responded",
            "send referral.claims",
            "process referral.claims",
            "send referral.journal",
            "process referral.journal",
            "send referral.routed.hypertension",
            "process referral.routed.hypertension",
            "send referral.verdicts",
            "process referral.verdicts",
            "deliver",
            "tell initiator");
    assertThat(spans)
        .extracting(Seen::service)
        .contains("initiator-gateway", "referral-router", "recipient-adapter", "feedback-service");
    Set<String> ids = spans.stream().map(Seen::id).collect(Collectors.toSet());
    assertThat(spans)
        .allSatisfy(
            span ->
                assertThat(
                        span.name().equals("referral")
                            ? span.parent().isEmpty()
                            : ids.contains(span.parent()))
                    .as("%s is under another of the trace", span.name())
                    .isTrue());
  }
}
