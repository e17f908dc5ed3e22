package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The error cases of IHE 360X: an answer to a request nobody made, after the end, or about another
 * patient. Each is refused, and operators see it.
 */
class NoRequestIT {

  private final Hub hub = Hub.shared();

  /** Accept, decline, interim note and completion of what was never requested. */
  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "32", "outcome"})
  void shouldRefuseAnAnswerToNoRequestVisibly(String what) {
    TestReferral nobodys = aReferral(hub).unsent();

    HubHttp.Answer answer = nobodys.program().process(message(nobodys, what));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().root().toString()).contains("referral-unknown");
    assertThat(answer.body().root().at("/issue/0/expression/0").asText()).isNotEmpty();
    assertThat(refusals(nobodys.id()))
        .singleElement()
        .satisfies(seen -> assertThat(seen.path("ruleIds").toString()).contains("unknown"))
        .satisfies(seen -> assertThat(seen.path("party").asText()).isEqualTo("kc-wellness"));
    assertThat(nobodys.hospital().get("/fhir/Task/" + nobodys.id()).status()).isEqualTo(404);
  }

  @Test
  void shouldRefuseAnInterimNoteAfterTheEndVisibly() {
    TestReferral referral = aReferral(hub).at(TestReferral.after("09"));

    HubHttp.Answer answer = referral.program().process(referral.note(TestReferral.after("32")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(referral.task().state()).isEqualTo("completed/7.0");
    assertThat(referral.refusals())
        .singleElement()
        .satisfies(seen -> assertThat(seen.path("ruleIds").toString()).contains("state"));
  }

  @Test
  void shouldRefuseAnAnswerAboutAnotherPatientVisibly() {
    TestReferral referral = aReferral(hub).at(TestReferral.after("02"));

    HubHttp.Answer answer = referral.program().process(ofAnotherPatient(referral.outcome()));

    assertThat(answer.status()).as("%s", answer.body().root()).isEqualTo(422);
    assertThat(answer.body().root().toString()).contains("patient-of-referral");
    assertThat(referral.task().state()).isEqualTo("accepted/3.0");
    assertThat(referral.refusals())
        .singleElement()
        .satisfies(
            seen -> assertThat(seen.path("ruleIds").toString()).contains("patient-of-referral"));
  }

  @Test
  void shouldRefuseTheCancellationOfAnUnknownReferralVisibly() {
    TestReferral nobodys = aReferral(hub).unsent();

    HubHttp.Answer answer = nobodys.hospital().process(nobodys.cancellation());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().root().toString()).contains("referral-unknown");
    assertThat(refusals(nobodys.id())).hasSize(1);
  }

  private static byte[] message(TestReferral referral, String what) {
    return switch (what) {
      case "outcome" -> referral.outcome();
      case "32" -> referral.note(TestReferral.after("32"));
      default -> referral.report(TestReferral.after(what));
    };
  }

  private static byte[] ofAnotherPatient(byte[] message) {
    JsonNode root = Message.of(message).root();
    patients(root)
        .forEach(
            patient -> {
              patient.put("birthDate", "1931-02-03");
              patient
                  .path("identifier")
                  .forEach(id -> ((ObjectNode) id).put("value", "OTHER-" + System.nanoTime()));
            });
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<ObjectNode> patients(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node.path("resourceType").asText().equals("Patient")) {
      found.add((ObjectNode) node);
    }
    node.forEach(child -> found.addAll(patients(child)));
    return found;
  }

  private List<JsonNode> refusals(String referralId) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page = hub.ops().get("/ops/refusals").body().root();
    page.path("refusals")
        .forEach(
            one -> {
              if (one.path("referralId").asText().equals(referralId)) {
                found.add(one);
              }
            });
    return found;
  }
}
