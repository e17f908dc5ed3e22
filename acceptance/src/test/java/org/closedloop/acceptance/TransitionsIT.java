package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.closedloop.core.state.Trigger;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table through the running services, and what is not a row. */
class TransitionsIT {

  private final Hub hub = Hub.shared();

  static Stream<Transition> rows() {
    return TransitionTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldReachTheRow(Transition row) {
    // Given
    TestReferral referral = aReferral(hub).at(row.from());
    // When
    HubHttp.Answer answer = referral.send(row);
    // Then
    assertThat(answer.status()).as("%s", answer.body().root()).isEqualTo(200);
    assertThat(answer.body().state()).isEqualTo(row.to().toString());
    assertThat(referral.task().state()).isEqualTo(row.to().toString());
    assertThat(referral.rows()).last().isEqualTo(row.tid());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldRefuseWhatIsNoRowAndKeepItVisible(Transition row) {
    // Given
    TestReferral referral = aReferral(hub).at(row.to());
    boolean confirmable = row.to().equals(TestReferral.after("04"));
    // When: nobody can confirm a cancellation that was not asked for, nor accept twice
    ReferralState illegal = confirmable ? TestReferral.after("02") : TestReferral.after("23");
    HubHttp.Answer answer = referral.program().process(referral.report(illegal));
    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().type()).isEqualTo("OperationOutcome");
    assertThat(referral.task().state()).isEqualTo(row.to().toString());
    JsonNode refused = referral.refusals().get(0);
    assertThat(refused.path("ruleIds").toString()).contains("state-transition");
    assertThat(refused.path("trigger").asText())
        .isEqualTo(
            confirmable
                ? Trigger.SEND_ACCEPTANCE.word()
                : Trigger.SEND_CANCELLATION_CONFIRMATION.word());
  }

  @Test
  void shouldRefuseFeedbackWithoutAnAcceptanceVisibly() {
    TestReferral referral = aReferral(hub).received();
    HubHttp.Answer answer = referral.program().process(referral.outcome());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(referral.refusals()).hasSize(1);
    assertThat(referral.refusals().get(0).path("trigger").asText())
        .isEqualTo("send-referral-outcome");
  }

  /** Nobody listens at steady-steps' address: the package is never handed over. */
  @Test
  void shouldConfirmTheCancellationOfWhatWasNeverDelivered() {
    TestReferral referral = aReferral(hub).of("hypertension").to("steady-steps").received();
    assertThat(referral.hospital().process(referral.cancellation()).status()).isEqualTo(200);
    referral.awaitState(TestReferral.after("23"));
    assertThat(referral.rows()).isEqualTo(List.of("01", "04", "23"));
    assertThat(actorOf(referral, "23")).isEqualTo("hub");
  }

  @Test
  void shouldTakeTaskUpdatesFromBothSides() {
    TestReferral referral = aReferral(hub).received();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> referral.program().get("/fhir/Task/" + referral.id()).status() == 200);
    HubHttp.Answer accepted =
        referral.program().put("/fhir/Task/" + referral.id(), task(referral, "accepted", "3.0"));
    assertThat(accepted.status()).as("%s", accepted.body().root()).isEqualTo(200);
    assertThat(accepted.body().state()).isEqualTo("accepted/3.0");
    HubHttp.Answer cancelled =
        referral
            .hospital()
            .put("/fhir/Task/" + referral.id(), task(referral, "in-progress", "5.2"));
    assertThat(cancelled.status()).as("%s", cancelled.body().root()).isEqualTo(200);
    assertThat(cancelled.body().state()).isEqualTo("in-progress/5.2");
  }

  private static byte[] task(TestReferral referral, String status, String code) {
    ObjectNode task = (ObjectNode) referral.task().root();
    task.put("status", status);
    task.putObject("businessStatus")
        .putArray("coding")
        .addObject()
        .put("system", "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS")
        .put("code", code);
    return task.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String actorOf(TestReferral referral, String tid) {
    for (JsonNode event : referral.history()) {
      if (event.path("tid").asText().equals(tid)) {
        return event.path("actor").asText();
      }
    }
    return "nobody";
  }
}
