package org.closedloop.feedback;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.testing.HubStack;
import org.closedloop.kit.testing.TestTokens;
import org.closedloop.kit.testing.TestTopics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The running service on a real broker and database; the test plays everybody else. */
@QuarkusTestResource(
    value = HubStack.class,
    initArgs = @ResourceArg(name = "database", value = "feedback"))
@QuarkusTestResource(TestDirectory.class)
abstract class RecordTest {

  static final byte[] NOTHING = {};
  static final Duration SOON = Duration.ofSeconds(20);

  static TestTopics topics;

  @BeforeAll
  static void open() {
    topics = new TestTopics();
  }

  @AfterAll
  static void close() {
    topics.close();
  }

  /** Hands in a claim as gateway, adapter or router would. */
  static void send(Claim claim, byte[] message) {
    topics.send(HubRecords.claim(claim, message));
  }

  /** Hands in a claim and waits until it is decided. */
  static Verdict say(Claim claim, byte[] message) {
    send(claim, message);
    return verdict(claim.claimId());
  }

  /** A referral on record. */
  static Verdict submit(Story story) {
    return say(story.submission(), story.request());
  }

  /** A referral the program has accepted. */
  static void submitAndAccept(Story story) {
    submit(story);
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    say(story.reply(acceptance), acceptance);
  }

  /** The verdict of a claim by the internal API. */
  static Verdict verdict(String claimId) {
    Response answer =
        await()
            .atMost(SOON)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> internal("/internal/claims/" + claimId), r -> r.statusCode() == 200);
    return RecordJson.read(answer.asByteArray(), Verdict.class);
  }

  /** Asks the internal API. */
  static Response internal(String path) {
    return given().header("X-Hub-Key", HubStack.INTERNAL_KEY).get(path);
  }

  /** Asks the ops page of a referral. */
  static Response ops(String referralId) {
    return given()
        .header("Authorization", TestTokens.of("somebody", Role.OPS))
        .get("/ops/referrals/" + referralId);
  }

  /** A referral's records on a hub topic until one matches, in order. */
  static List<ConsumerRecord<String, byte[]>> records(String topic, String referralId, int count) {
    int[] seen = {0};
    return topics.until(topic, r -> referralId.equals(r.key()) && ++seen[0] == count).stream()
        .filter(r -> referralId.equals(r.key()))
        .toList();
  }

  /** A referral's decisions on the journal. */
  static List<Decision> journal(String referralId, int count) {
    return records(Topics.JOURNAL, referralId, count).stream()
        .map(r -> envelope(r).facts(Decision.class))
        .toList();
  }

  static Envelope envelope(ConsumerRecord<String, byte[]> record) {
    return EnvelopeCodec.open(record.value());
  }
}
