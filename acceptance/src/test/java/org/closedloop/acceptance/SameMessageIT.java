package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;
import org.junit.jupiter.api.Test;

/** Nothing happens twice (design section 4.2). */
class SameMessageIT {

  private static final int CLIENTS = 50;

  private final Hub hub = Hub.shared();

  @Test
  void shouldAnswerFiftyClientsAtOnceAlike() throws InterruptedException, ExecutionException {
    TestReferral referral = aReferral(hub).unsent();
    List<HubHttp.Answer> answers = atOnce(referral::submit);
    assertThat(answers).extracting(HubHttp.Answer::status).containsOnly(200);
    assertThat(answers).extracting(answer -> answer.body().root()).hasSize(CLIENTS);
    assertThat(answers.stream().map(answer -> answer.body().root()).distinct()).hasSize(1);
    assertThat(referral.rows()).containsExactly("01");
  }

  @Test
  void shouldAnswerAResendLikeTheFirstEvenWhenTheReferralHasMovedOn() {
    TestReferral referral = aReferral(hub).unsent();
    HubHttp.Answer first = referral.submit();
    assertThat(referral.program().process(referral.report(TestReferral.after("02"))).status())
        .isEqualTo(200);
    assertThat(referral.submit().body().root()).isEqualTo(first.body().root());
    assertThat(referral.rows()).containsExactly("01", "02");
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameIdentifiers() {
    TestReferral referral = aReferral(hub).received();
    HubHttp.Answer answer = referral.hospital().process(otherPriority(referral.request(), false));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().type()).isEqualTo("OperationOutcome");
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameNumbersAndANewMessageId() {
    TestReferral referral = aReferral(hub).received();
    HubHttp.Answer answer = referral.hospital().process(otherPriority(referral.request(), true));
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void shouldOpenOneReferralPerServiceRequestAndANewOneAfterADecline() {
    TestReferral referral = aReferral(hub).received();
    byte[] otherTask = otherTask(referral.request());
    HubHttp.Answer whileOpen = referral.hospital().process(otherTask);
    assertThat(whileOpen.status()).isEqualTo(409);
    assertThat(referral.program().process(referral.report(TestReferral.after("03"))).status())
        .isEqualTo(200);
    HubHttp.Answer afterDecline = referral.hospital().process(otherTask);
    assertThat(afterDecline.status()).as("%s", afterDecline.body().root()).isEqualTo(200);
    assertThat(afterDecline.body().task().path("id").asText()).isNotEqualTo(referral.id());
  }

  private static byte[] otherPriority(byte[] message, boolean renamed) {
    ObjectNode bundle = (ObjectNode) Message.of(message).root();
    ((ObjectNode) resource(bundle, "ServiceRequest")).put("priority", "urgent");
    return renamed ? renamed(bundle) : bytes(bundle);
  }

  private static byte[] otherTask(byte[] message) {
    ObjectNode bundle = (ObjectNode) Message.of(message).root();
    ObjectNode identifier = (ObjectNode) resource(bundle, "Task").path("identifier").path(0);
    identifier.put("value", identifier.path("value").asText() + "-again");
    return renamed(bundle);
  }

  private static JsonNode resource(ObjectNode bundle, String type) {
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.path("resource").path("resourceType").asText().equals(type)) {
        return entry.path("resource");
      }
    }
    throw new IllegalArgumentException("no " + type);
  }

  private static byte[] renamed(ObjectNode bundle) {
    String id = UUID.randomUUID().toString();
    ((ObjectNode) bundle.path("identifier")).put("value", "urn:uuid:" + id);
    ObjectNode first = (ObjectNode) bundle.path("entry").path(0);
    first.put("fullUrl", "urn:uuid:" + id);
    ((ObjectNode) first.path("resource")).put("id", id);
    return bytes(bundle);
  }

  private static byte[] bytes(ObjectNode bundle) {
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<HubHttp.Answer> atOnce(Callable<HubHttp.Answer> call)
      throws InterruptedException, ExecutionException {
    List<HubHttp.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<HubHttp.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        calls.add(call);
      }
      for (Future<HubHttp.Answer> one : threads.invokeAll(calls)) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
