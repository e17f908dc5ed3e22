package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Metrics;
import org.closedloop.acceptance.hub.PushEndpoint;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.directory.Party;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.Test;

/** What a party's endpoint refuses is parked, seen, and taken up again or given up by operators. */
class ParkedIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern REQUEST_ID = Pattern.compile("X-request-id=\\[([^]]+)]");
  private static final int REFUSED = 400;
  private static final String COUNTED = "hub_parked{kind=\"callback\"}";

  private final Hub hub = Hub.shared();
  private final Party program = hub.party("first-latch");
  private final Party hospital = hub.party("lakeside-hospital");

  @Test
  void shouldDeliverAReplayedPackageOnceUnderTheSameRequestId() {
    try (PushEndpoint endpoint = new PushEndpoint(program.push())) {
      endpoint.answer(REFUSED);
      TestReferral referral = toProgram().received();
      referral.awaitDelivery(Delivery.PARKED);
      assertParked(referral, "delivery");

      endpoint.answer(200);
      assertThat(replay(referral, "?dryRun=true").path("wouldReplay").asInt()).isEqualTo(1);
      assertThat(about(endpoint, referral)).hasSize(1);

      assertThat(replay(referral, "").path("replayed").asInt()).isEqualTo(1);
      referral.awaitDelivery(Delivery.DELIVERED);
      List<String> sent = about(endpoint, referral);
      assertThat(sent).hasSize(2);
      assertThat(sent).extracting(ParkedIT::requestId).containsOnly(requestId(sent.getFirst()));
      assertThat(parked(referral)).isEmpty();
      assertThat(post(referral, "/replay", "").status()).isEqualTo(404);
    }
  }

  @Test
  void shouldTellTheHospitalOfADiscardedPackage() {
    try (PushEndpoint endpoint = new PushEndpoint(program.push())) {
      endpoint.answer(REFUSED);
      TestReferral referral = toProgram().received();
      referral.awaitDelivery(Delivery.PARKED);

      HubHttp.Answer answer = post(referral, "/discard", "{\"reason\":\"no-such-program\"}");

      assertThat(answer.body().root().path("discarded").asInt()).isEqualTo(1);
      referral.awaitState(TestReferral.after("03"));
      assertThat(referral.rows()).containsExactly("01", "03");
      assertThat(parked(referral)).isEmpty();
      assertThat(about(endpoint, referral)).hasSize(1);
    }
  }

  @Test
  void shouldTellTheHospitalAgainUnderTheSameRequestIdAndInOrder() {
    try (PushEndpoint endpoint = new PushEndpoint(hospital.push())) {
      endpoint.answer(REFUSED);
      TestReferral referral = aReferral(hub).from(hospital.id()).received();
      report(referral, "02");
      Awaitility.await().atMost(LIMIT).until(() -> !parked(referral).isEmpty());
      assertParked(referral, "callback");
      Awaitility.await().atMost(LIMIT).until(() -> Metrics.gauge(hub, "feedback", COUNTED) >= 1);
      int refused = about(endpoint, referral).size();
      report(referral, "06");

      endpoint.answer(200);
      replay(referral, "");

      Awaitility.await().atMost(LIMIT).until(() -> about(endpoint, referral).size() == refused + 2);
      List<String> sent = about(endpoint, referral);
      assertThat(requestId(sent.get(refused))).isEqualTo(requestId(sent.getFirst()));
      assertThat(requestId(sent.get(refused + 1))).isNotEqualTo(requestId(sent.getFirst()));
      assertThat(parked(referral)).isEmpty();
    }
  }

  private TestReferral.Builder toProgram() {
    return aReferral(hub).of("early-childhood-nutrition").to(program.id());
  }

  private static void report(TestReferral referral, String tid) {
    byte[] report = referral.report(TestReferral.after(tid));
    assertThat(referral.program().process(report).status()).isEqualTo(200);
  }

  private void assertParked(TestReferral referral, String kind) {
    List<JsonNode> items = parked(referral);
    assertThat(items).hasSize(1);
    JsonNode item = items.getFirst();
    assertThat(item.path("referral").asText()).isEqualTo(referral.id());
    assertThat(item.path("kind").asText()).isEqualTo(kind);
    assertThat(item.path("word").asText()).isEqualTo("http-" + REFUSED);
    assertThat(item.path("size").asLong()).isPositive();
    assertThat(item.path("ageSeconds").asLong(-1)).isNotNegative();
  }

  private List<JsonNode> parked(TestReferral referral) {
    JsonNode page = hub.ops().get("/ops/parked?referral=" + referral.id()).body().root();
    return page.path("items").valueStream().toList();
  }

  private JsonNode replay(TestReferral referral, String query) {
    return post(referral, "/replay" + query, "").body().root();
  }

  private HubHttp.Answer post(TestReferral referral, String what, String body) {
    return hub.ops()
        .send(
            "POST",
            "/ops/parked/" + referral.id() + what,
            body.getBytes(StandardCharsets.UTF_8),
            UUID.randomUUID().toString());
  }

  /** Requests with the referral's number; an endpoint hears of referrals of other tests too. */
  private static List<String> about(PushEndpoint endpoint, TestReferral referral) {
    return endpoint.requests().stream().filter(got -> got.contains(referral.placer())).toList();
  }

  private static String requestId(String request) {
    Matcher found = REQUEST_ID.matcher(request);
    assertThat(found.find()).as("%s", Arrays.asList(request.split("\n")).get(1)).isTrue();
    return found.group(1);
  }
}
