package org.closedloop.feedback;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.Received;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name planted in messages and reasons is nowhere but where it has to be. */
@QuarkusTest
class CanaryTest extends RecordTest {

  private static final String CANARY = "Canarybird-Zaphira";
  private static final List<String> HUB_TOPICS =
      List.of(Topics.CLAIMS, Topics.JOURNAL, Topics.VERDICTS, Topics.STATUS);

  @Inject Database database;

  private final Log log = new Log();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void shouldStayInEnvelopes() {
    Story story = Story.fresh();
    playWithCanary(story);
    Story parked = parkCanary();

    List<ConsumerRecord<String, byte[]>> journal = records(Topics.JOURNAL, story.id(), 4);
    assertThat(text(journal)).contains(CANARY);
    assertThat(refusals(journal)).isNotEmpty();
    assertThat(text(refusals(journal))).as("trigger and reason only").doesNotContain(CANARY);
    assertThat(text(records(Topics.STATUS, story.id(), 4))).doesNotContain(CANARY);
    assertThat(text(records(Topics.VERDICTS, story.id(), 4))).doesNotContain(CANARY);
    for (String topic : HUB_TOPICS) {
      assertThat(headers(topics.all(topic))).doesNotContain(CANARY);
    }
    assertThat(ops(story.id()).asString()).doesNotContain(CANARY);
    assertThat(get("/q/metrics").asString()).contains("jvm").doesNotContain(CANARY);
    assertThat(log.text()).contains(story.id()).doesNotContain(CANARY);
    assertThat(plainColumns()).contains(story.id(), parked.id()).doesNotContain(CANARY);
    assertThat(Ops.parked(parked.id()).asString()).doesNotContain(CANARY);
    assertThat(Ops.replay(parked.id()).asString()).doesNotContain(CANARY);
  }

  /** A claim that cannot be read, and what an operator hears of it. */
  private static Story parkCanary() {
    Story parked = Story.fresh();
    byte[] rubbish = CANARY.getBytes(StandardCharsets.UTF_8);
    topics.send(new HubRecord(Topics.CLAIMS, parked.id(), rubbish, Map.of()));
    await().atMost(SOON).until(() -> Ops.count(parked.id()) == 1);
    return parked;
  }

  /** Taken, refused and by bare Task: each with the canary in message or reason. */
  private static void playWithCanary(Story story) {
    say(story.submission(), withCanary(story.request()));
    byte[] acceptance = withCanary(story.update(Step.ACCEPTED.because(CANARY), "accept"));
    say(story.reply(acceptance), acceptance);
    byte[] again = withCanary(story.update(Step.ACCEPTED.because(CANARY), "again"));
    say(story.reply(again), again);
    say(story.task(Actor.RECIPIENT, Step.SCHEDULED.because(CANARY)), NOTHING);
  }

  private static byte[] withCanary(byte[] message) {
    return new String(message, StandardCharsets.UTF_8)
        .replaceAll("\"family\" ?: ?\"[^\"]*\"", "\"family\":\"" + CANARY + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> refusals(
      List<ConsumerRecord<String, byte[]>> journal) {
    return journal.stream()
        .filter(record -> !Received.open(record).facts(Decision.class).accepted())
        .toList();
  }

  private String plainColumns() {
    return List.of(
            "select string_agg((to_jsonb(r) - 'status_reason')::text, ' ') from referral r",
            "select string_agg((to_jsonb(e) - 'sealed')::text, ' ') from event e",
            "select string_agg(to_jsonb(c)::text, ' ') from claim c",
            "select string_agg(to_jsonb(i)::text, ' ') from identity i",
            "select string_agg(to_jsonb(c)::text, ' ') from callback c",
            "select string_agg((to_jsonb(p) - 'sealed')::text, ' ') from parked p")
        .stream()
        .map(database::ask)
        .toList()
        .toString();
  }

  private static String text(List<ConsumerRecord<String, byte[]>> records) {
    StringBuilder all = new StringBuilder();
    records.forEach(r -> all.append(new String(r.value(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static String headers(List<ConsumerRecord<String, byte[]>> records) {
    StringBuilder all = new StringBuilder();
    records.stream()
        .flatMap(r -> StreamSupport.stream(r.headers().spliterator(), false))
        .map(Header::value)
        .forEach(value -> all.append(new String(value, StandardCharsets.UTF_8)).append(' '));
    return all.toString();
  }

  /** Everything that is logged, as it would be written. */
  private static final class Log extends ExtHandler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void doPublish(ExtLogRecord record) {
      lines.add(record.getFormattedMessage() + " " + record.getThrown());
    }

    String text() {
      return String.join("\n", lines);
    }
  }
}
