package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.FeedbackPlay.Taken;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.outcome.Finding;
import org.closedloop.kit.kafka.HubRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AdapterTest
class ResponseTopicTest {

  private static final String RESPONSES = "program.kc-wellness.responses";
  private static final String RECEIPTS = "program.kc-wellness.receipts";

  private World world;
  private PlayedReferral referral;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
    referral = world.referralTo("kc-wellness");
  }

  @Test
  void shouldClaimAResponseAndSendAReceiptWithTheTask() {
    byte[] acceptance = referral.update(PlayedReferral.ACCEPTED, "accept");

    send(acceptance, Map.of());

    MessageFacts receipt = facts(receiptFor(facts(acceptance).messageId()).value());
    assertThat(receipt.responseCode()).isEqualTo("ok");
    assertThat(receipt.taskStatus()).isEqualTo("accepted");
    Taken taken = claims().get(0);
    assertThat(taken.claim().party()).isEqualTo("kc-wellness");
    assertThat(facts(taken.payload()).messageId()).isEqualTo(facts(acceptance).messageId());
  }

  @Test
  void shouldTakeABareTask() {
    String task =
        "{\"resourceType\":\"Task\",\"id\":\"" + referral.id() + "\",\"status\":\"accepted\"}";

    send(task.getBytes(StandardCharsets.UTF_8), Map.of());

    await().until(() -> !claims().isEmpty());
    assertThat(claims().get(0).claim().report().taskStatus()).isEqualTo("accepted");
    assertThat(claims().get(0).payload()).isEmpty();
    world
        .topics()
        .first(RECEIPTS, record -> text(record).contains("\"id\":\"" + referral.id() + "\""));
  }

  @Test
  void shouldTellARefusalByReceiptKeepTheOriginalAndTakeTheNext() {
    byte[] malformed = ("{\"canary\":\"" + referral.id() + "\"").getBytes(StandardCharsets.UTF_8);
    byte[] foreign = world.referralTo("push-one").update(PlayedReferral.ACCEPTED, "foreign");
    byte[] good = referral.update(PlayedReferral.ACCEPTED, "accept");

    send(malformed, Map.of());
    send(foreign, Map.of());
    send(good, Map.of());

    receiptFor(facts(good).messageId());
    MessageFacts refused = facts(receiptFor(facts(foreign).messageId()).value());
    assertThat(refused.responseCode()).isEqualTo("fatal-error");
    assertThat(text(receiptFor(facts(foreign).messageId()))).contains("sender-not-party");
    ConsumerRecord<String, byte[]> kept =
        world
            .topics()
            .first(RESPONSES + ".dlq", record -> Arrays.equals(record.value(), malformed));
    assertThat(new String(kept.headers().lastHeader("dlq-reason").value())).isNotBlank();
    world.topics().first(RESPONSES + ".dlq", record -> Arrays.equals(record.value(), foreign));
  }

  @Test
  void shouldTellAVerdictThatRefusesAndKeepTheOriginal() {
    world
        .feedback()
        .refuse(referral.id(), Finding.error("state-transition", "Task.status", "Not now."));
    byte[] outcome = referral.outcome();

    send(outcome, Map.of());

    ConsumerRecord<String, byte[]> receipt = receiptFor(facts(outcome).messageId());
    assertThat(facts(receipt.value()).responseCode()).isEqualTo("fatal-error");
    assertThat(text(receipt)).contains("state-transition");
    world.topics().first(RESPONSES + ".dlq", record -> Arrays.equals(record.value(), outcome));
  }

  @Test
  void shouldTakeLaterResponsesWhileOneIsUndecided() {
    PlayedReferral slow = world.referralTo("kc-wellness");
    world.feedback().keepSilent(slow.id());
    byte[] undecided = slow.update(PlayedReferral.ACCEPTED, "accept");
    byte[] later = referral.update(PlayedReferral.ACCEPTED, "accept");

    send(undecided, Map.of());
    send(later, Map.of());

    receiptFor(facts(later).messageId());
    world.feedback().decide(slow.id());
    receiptFor(facts(undecided).messageId());
  }

  @Test
  void shouldNotBeSteeredByPlantedHeaders() {
    byte[] acceptance = referral.update(PlayedReferral.ACCEPTED, "accept");
    int before = world.topics().all("program.steady-steps.referrals").size();

    send(
        acceptance,
        Map.of(
            "REPLY_TOPIC",
            "program.steady-steps.referrals",
            "kafka_replyTopic",
            "program.steady-steps.referrals",
            "planted",
            "canary"));

    ConsumerRecord<String, byte[]> receipt = receiptFor(facts(acceptance).messageId());
    assertThat(receipt.headers()).isEmpty();
    assertThat(world.topics().all("program.steady-steps.referrals")).hasSize(before);
  }

  @Test
  void shouldKeepWhatItCannotDecodeAndGoOn() {
    byte[] garbage = ("garbage " + referral.id()).getBytes(StandardCharsets.UTF_8);
    String routed = "referral.routed.arthritis";
    world.topics().send(new HubRecord(routed, referral.id(), garbage, Map.of()));
    world.topics().send(new HubRecord("referral.journal", referral.id(), garbage, Map.of()));

    referral.routePackage();

    await().until(() -> !world.feedback().claims(referral.id(), ClaimKind.DELIVERED).isEmpty());
    world.topics().first(routed + ".dlq", record -> Arrays.equals(record.value(), garbage));
    world.topics().first("referral.journal.dlq", record -> Arrays.equals(record.value(), garbage));
  }

  private void send(byte[] value, Map<String, String> headers) {
    world.topics().send(new HubRecord(RESPONSES, null, value, headers));
  }

  private ConsumerRecord<String, byte[]> receiptFor(String messageId) {
    return world
        .topics()
        .first(RECEIPTS, record -> messageId.equals(facts(record.value()).responseTo()));
  }

  private List<Taken> claims() {
    return world.feedback().claims(referral.id(), ClaimKind.REPORT);
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private static MessageFacts facts(byte[] message) {
    return ReferralMessage.ofStored(message).facts();
  }
}
