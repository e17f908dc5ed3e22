package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.playing.Messages.facts;
import static org.closedloop.gateway.playing.Messages.referralId;
import static org.closedloop.gateway.playing.Messages.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.topic.Topics;
import org.closedloop.gateway.playing.FakeFeedback;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Messages;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.Received;
import org.closedloop.kit.testing.TestTopics;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The topic front door: {@code initiator.<id>.referrals} in, {@code initiator.<id>.feedback} out.
 */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class TopicDoorTest {

  private static final String IN = Topics.initiatorReferrals("lakeside-hospital");
  private static final String OUT = Topics.initiatorFeedback("lakeside-hospital");

  private final FakeFeedback feedback = GatewayStack.feedback();
  private final TestTopics topics = new TestTopics();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void shouldAnswerAnAcceptedReferralOnTheFeedbackTopic() {
    byte[] message = request("obesity", "topic-accepted");

    send(message);

    ConsumerRecord<String, byte[]> receipt = answerTo(message);
    assertThat(receipt.key()).isEqualTo(referralId(message));
    assertThat(responseCode(receipt)).isEqualTo("ok");
    JsonNode task = json(receipt).at("/entry/1/resource");
    assertThat(task.at("/id").asText()).isEqualTo(referralId(message));
    assertThat(task.at("/status").asText()).isEqualTo("received");
    assertThat(feedback.claims(referralId(message)).get(0).payload()).isEqualTo(message);
  }

  @Test
  void shouldRefuseWhatTheGateRefusesAndTakeTheNext() {
    byte[] garbage = bytes("{\"resourceType\": \"Bundle\", garbage-71c2");
    byte[] next = request("obesity", "topic-after-garbage");

    send(garbage);
    send(next);

    assertThat(responseCode(answerTo(next))).isEqualTo("ok");
    ConsumerRecord<String, byte[]> refusal =
        topics.first(OUT, record -> rules(record).contains("body-json"));
    assertThat(responseCode(refusal)).isEqualTo("fatal-error");
    ConsumerRecord<String, byte[]> kept = deadLetter(IN, garbage);
    assertThat(header(kept, "dlq-reason")).isEqualTo("body-json");
    assertThat(header(kept, "dlq-topic")).isEqualTo(IN);
  }

  @Test
  void shouldTellRequestsApartByTheirHeader() {
    byte[] message = request("obesity", "topic-request-id");

    send(message);
    topics.send(new HubRecord(IN, null, message, Map.of(Received.REQUEST_ID, "second-request")));
    byte[] next = request("obesity", "topic-after-request-id");
    send(next);

    assertThat(responseCode(answerTo(next))).isEqualTo("ok");
    String hospital = Topics.partyOf(IN);
    assertThat(feedback.claims(referralId(message)))
        .extracting(said -> said.claim().claimId())
        .containsExactly(
            ClaimId.ofMessage(hospital, null, facts(message).messageId()),
            ClaimId.ofMessage(hospital, "second-request", null));
  }

  @Test
  void shouldRefuseRecordsWithoutAMessage() {
    byte[] next = request("obesity", "topic-after-empty");

    topics.send(new HubRecord(IN, null, null, Map.of()));
    send(new byte[0]);
    send(next);

    assertThat(responseCode(answerTo(next))).isEqualTo("ok");
    topics.first(OUT, record -> rules(record).contains("body-empty"));
  }

  @Test
  void shouldRefuseAMessageOfAnotherHospital() {
    byte[] message = replaceSender(request("obesity", "topic-foreign"));

    send(message);

    ConsumerRecord<String, byte[]> refusal = answerTo(message);
    assertThat(responseCode(refusal)).isEqualTo("fatal-error");
    assertThat(rules(refusal)).containsExactly("sender-not-party");
    deadLetter(IN, message);
    assertThat(feedback.claims(referralId(message))).isEmpty();
  }

  @Test
  void shouldTellTheSenderWhatFeedbackServiceRefused() {
    byte[] message = request("obesity", "topic-conflict");
    feedback.refuse(
        referralId(message), 409, Finding.error("identity-conflict", "Bundle.identifier", "No."));

    send(message);

    ConsumerRecord<String, byte[]> refusal = answerTo(message);
    assertThat(refusal.key()).isEqualTo(referralId(message));
    assertThat(responseCode(refusal)).isEqualTo("fatal-error");
    assertThat(rules(refusal)).containsExactly("identity-conflict");
    assertThat(header(deadLetter(IN, message), "dlq-reason")).isEqualTo("identity-conflict");
  }

  @Test
  void shouldTakeLaterRecordsWhileOneIsUndecided() {
    byte[] slow = request("obesity", "topic-slow");
    byte[] quick = request("obesity", "topic-quick");
    feedback.hold(referralId(slow));

    send(slow);
    send(quick);

    assertThat(responseCode(answerTo(quick))).isEqualTo("ok");
    assertThat(topics.all(OUT)).noneMatch(answers(slow));
    feedback.release(referralId(slow));
    assertThat(responseCode(answerTo(slow))).isEqualTo("ok");
  }

  @Test
  void shouldAskTheRecordWhenAVerdictGotLost() {
    byte[] message = request("obesity", "topic-lost");
    feedback.loseVerdicts(referralId(message));

    send(message);

    assertThat(responseCode(answerTo(message))).isEqualTo("ok");
  }

  @Test
  void shouldClaimInTheOrderOfTheTopic() {
    byte[] first = request("obesity", "topic-order");
    byte[] second = Messages.cancellation("obesity", "topic-order");

    send(first);
    send(second);

    answerTo(second);
    assertThat(feedback.claims(referralId(first)))
        .extracting(heard -> heard.claim().identity().messageId())
        .containsExactly(facts(first).messageId(), facts(second).messageId());
  }

  @Test
  void shouldLetNoHeaderSteerIt() {
    byte[] message = request("obesity", "topic-planted");
    byte[] garbage = bytes("planted garbage");
    Map<String, String> planted =
        Map.of("REPLY_TOPIC", Topics.STATUS, "REPLY_PARTITION", "0", "canary", "canary-52");

    topics.send(new HubRecord(IN, "some-key", message, planted));
    topics.send(new HubRecord(IN, "some-key", garbage, planted));

    assertThat(headers(answerTo(message))).isEmpty();
    ConsumerRecord<String, byte[]> claim = feedback.claims(referralId(message)).get(0).record();
    assertThat(headers(claim)).doesNotContain("REPLY_TOPIC", "REPLY_PARTITION", "canary");
    assertThat(headers(deadLetter(IN, garbage))).allMatch(name -> name.startsWith("dlq-"));
    assertThat(topics.all(Topics.STATUS)).isEmpty();
  }

  @Test
  void shouldOnlyKeepWhatNobodyKnownHasSent() throws Exception {
    String stranger = Topics.initiatorReferrals("stranger");
    createTopics(stranger, Topics.deadLetters(stranger), Topics.initiatorFeedback("stranger"));
    byte[] message = request("obesity", "topic-stranger");

    topics.send(new HubRecord(stranger, null, message, Map.of()));

    assertThat(header(deadLetter(stranger, message), "dlq-reason")).isEqualTo("party-unknown");
    assertThat(topics.all(Topics.initiatorFeedback("stranger"))).isEmpty();
    assertThat(feedback.claims(referralId(message))).isEmpty();
  }

  private void send(byte[] message) {
    topics.send(HubRecord.ofParty(IN, null, message));
  }

  private ConsumerRecord<String, byte[]> answerTo(byte[] message) {
    return topics.first(OUT, answers(message));
  }

  private static Predicate<ConsumerRecord<String, byte[]>> answers(byte[] message) {
    String id = facts(message).messageId();
    return record -> json(record).at("/entry/0/resource/response/identifier").asText().equals(id);
  }

  private ConsumerRecord<String, byte[]> deadLetter(String topic, byte[] original) {
    return topics.first(
        Topics.deadLetters(topic), record -> Arrays.equals(record.value(), original));
  }

  private static byte[] replaceSender(byte[] message) {
    return Messages.replacing(message, "2710001019", "2710002025");
  }

  private static void createTopics(String... names) throws Exception {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(Arrays.stream(names).map(name -> new NewTopic(name, 1, (short) 1)).toList())
          .all()
          .get();
    }
  }

  private static String responseCode(ConsumerRecord<String, byte[]> record) {
    return json(record).at("/entry/0/resource/response/code").asText();
  }

  private static List<String> rules(ConsumerRecord<String, byte[]> record) {
    return json(record).at("/entry/1/resource/issue").findValues("coding").stream()
        .map(coding -> coding.at("/0/code").asText())
        .toList();
  }

  private static JsonNode json(ConsumerRecord<String, byte[]> record) {
    return Hospital.parse(record.value());
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static List<String> headers(ConsumerRecord<String, byte[]> record) {
    return Arrays.stream(record.headers().toArray()).map(Header::key).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
