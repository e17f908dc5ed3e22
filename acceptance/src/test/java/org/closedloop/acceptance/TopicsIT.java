package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.Message;
import org.closedloop.stack.player.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both sides by topic, good and bad. */
class TopicsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String IN = Topics.initiatorReferrals("saint-lukes");
  private static final String FEEDBACK = Topics.initiatorFeedback("saint-lukes");
  private static final String TO_PROGRAM = Topics.programReferrals("kc-wellness");
  private static final String RESPONSES = Topics.programResponses("kc-wellness");
  private static final String RECEIPTS = Topics.programReceipts("kc-wellness");

  private final Hub hub = Hub.shared();
  private final Listener listener =
      new Listener(hub, FEEDBACK, TO_PROGRAM, RECEIPTS, Topics.STATUS);

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void shouldCloseALoopByTopicsAlone() {
    TestReferral referral = aReferral(hub).from("saint-lukes").unsent();
    listener.send(IN, referral.request());
    received(TO_PROGRAM, referral, "requested/2.0");
    byte[] acceptance = referral.report(TestReferral.after("02"));
    listener.send(RESPONSES, acceptance);
    assertThat(answerTo(RECEIPTS, acceptance).responseCode()).isEqualTo("ok");
    received(FEEDBACK, referral, "accepted/3.0");
    listener.send(RESPONSES, referral.outcome());
    Message outcome = received(FEEDBACK, referral, "completed/7.0");
    assertThat(outcome.hasDocument()).isTrue();
    assertThat(referral.rows()).containsExactly("01", "02", "09");
  }

  @Test
  void shouldRefuseOnTheSendersTopicKeepTheOriginalAndGoOn() {
    String broken = "{\"resourceType\":\"Bundle\",\"type\":\"message\"";
    TestReferral referral = aReferral(hub).from("saint-lukes").unsent();
    listener.send(IN, broken.getBytes(StandardCharsets.UTF_8));
    listener.send(IN, referral.request());
    Received refusal =
        listener
            .on(FEEDBACK)
            .await(got -> got.message().responseCode().equals("fatal-error"), LIMIT)
            .orElseThrow();
    assertThat(refusal.message().resource("OperationOutcome").path("issue")).isNotEmpty();
    received(TO_PROGRAM, referral, "requested/2.0");
    assertThat(DeadLetterReader.values(hub, Topics.deadLetters(IN))).contains(broken);
  }

  @Test
  void shouldRefuseAnOutcomeOfAnUnknownReferralWithAReceipt() {
    TestReferral unknown = aReferral(hub).from("saint-lukes").unsent();
    listener.send(RESPONSES, unknown.outcome());
    Message receipt = answerTo(RECEIPTS, unknown.outcome());
    assertThat(receipt.responseCode()).isEqualTo("fatal-error");
    assertThat(receipt.root().toString()).contains("referral-unknown");
  }

  /** The sink of the messaging library would follow such a header if it were propagated. */
  @Test
  void shouldNotBeSteeredByAPlantedReplyTopic() {
    TestReferral referral = aReferral(hub).from("saint-lukes").unsent();
    ProducerRecord<String, byte[]> planted = new ProducerRecord<>(IN, referral.request());
    planted.headers().add("REPLY_TOPIC", Topics.STATUS.getBytes(StandardCharsets.UTF_8));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", hub.stack().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(planted);
    }
    received(TO_PROGRAM, referral, "requested/2.0");
    assertThat(listener.on(Topics.STATUS).all())
        .noneMatch(got -> got.message().type().equals("Bundle"));
  }

  private Message received(String topic, TestReferral referral, String state) {
    return listener
        .on(topic)
        .await(
            got ->
                got.message().placer().equals(referral.placer())
                    && got.message().state().equals(state)
                    && !got.message().resource("ServiceRequest").isMissingNode(),
            LIMIT)
        .orElseThrow(() -> new AssertionError(state + " did not come on " + topic))
        .message();
  }

  private Message answerTo(String topic, byte[] message) {
    String id = Message.of(message).messageId();
    return listener
        .on(topic)
        .await(got -> got.message().responseTo().equals(id), LIMIT)
        .orElseThrow(() -> new AssertionError("no answer on " + topic))
        .message();
  }
}
