package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.DeadLetters;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.Received;
import org.junit.jupiter.api.Test;

/** Dead letters and parked callbacks are listed by referral, and taken up again. */
@QuarkusTest
class ParkedLetterTest extends RecordTest {

  private static final String RESPONSES = Topics.programResponses(Story.PROGRAM);

  private final Story story = Story.fresh();

  @Test
  void shouldSendTheOriginalOnceMoreThroughTheSameDoor() {
    byte[] original = story.update(Step.ACCEPTED, "accept");
    deadLetter(RESPONSES, original);
    Ops.parked(story.id())
        .then()
        .body("items.kind", contains("dead-letter"))
        .body("items.topic", contains(Topics.deadLetters(RESPONSES)))
        .body("items.word", contains("some-rule"))
        .body("items.size", contains(original.length));

    Ops.rehearse(story.id()).then().body("wouldReplay", equalTo(1));
    assertThat(again()).isEmpty();
    String request = UUID.randomUUID().toString();
    Ops.replay(story.id(), request).then().body("replayed", equalTo(1));
    Ops.replay(story.id(), request).then().body("replayed", equalTo(1));

    assertThat(again()).hasSize(1);
    assertThat(again().get(0).value()).isEqualTo(original);
    assertThat(again().get(0).headers()).hasSize(1);
    assertThat(Ops.count(story.id())).isZero();
  }

  @Test
  void shouldLeaveAloneWhatWasAcceptedMeanwhile() {
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    submit(story);
    say(story.reply(acceptance), acceptance);
    deadLetter(RESPONSES, acceptance);

    Ops.replay(story.id())
        .then()
        .body("alreadyApplied", equalTo(1))
        .body("items.reason", contains("accepted-meanwhile"));

    assertThat(again()).isEmpty();
    assertThat(Ops.count(story.id())).isZero();
  }

  @Test
  void shouldHaveARefusedMessageDecidedAfresh() {
    byte[] early = story.outcome();
    submit(story);
    say(story.reply(early), early);
    deadLetter(RESPONSES, early);

    Ops.rehearse(story.id()).then().body("wouldReplay", equalTo(1));
    String item = Ops.parked(story.id()).path("items[0].id");
    Ops.replay(story.id()).then().body("replayed", equalTo(1));

    assertThat(Received.requestId(again().get(0).headers())).isEqualTo(item);
  }

  @Test
  void shouldGiveUpADeadLetter() {
    deadLetter(RESPONSES, story.outcome());

    Ops.discard(story.id(), "sent-too-early").then().body("discarded", equalTo(1));

    assertThat(again()).isEmpty();
    assertThat(Ops.count(story.id())).isZero();
    Ops.resolved(story.id()).then().body("items.resolution", contains("sent-too-early"));
  }

  @Test
  void shouldNotPutUnreadableRecordsIntoTheJournalAgain() {
    byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
    deadLetter(Topics.JOURNAL, rubbish);

    Ops.replay(story.id()).then().body("items.reason", contains("unreadable"));

    assertThat(topics.all(Topics.JOURNAL)).noneMatch(r -> story.id().equals(r.key()));
  }

  @Test
  void shouldPushAParkedCallbackAgain() throws IOException {
    Story pushed = Story.of(Story.BY_PUSH);
    try (Hospital hospital = new Hospital(pushed.id(), 422)) {
      submitAndAccept(pushed);
      await().atMost(SOON).until(() -> Ops.count(pushed.id()) == 1);
      Ops.parked(pushed.id())
          .then()
          .body("items.kind", contains("callback"))
          .body("items.word", contains("http-422"));

      Ops.replay(pushed.id()).then().body("replayed", equalTo(1));

      await().atMost(SOON).until(() -> hospital.calls(pushed.id()).size() == 2);
      List<Hospital.Call> calls = hospital.calls(pushed.id());
      assertThat(calls.get(1).requestId()).isEqualTo(calls.get(0).requestId());
    }
    assertThat(Ops.count(pushed.id())).isZero();
    Ops.resolved(pushed.id()).then().body("items.kind", contains("callback"));
  }

  private void deadLetter(String topic, byte[] original) {
    topics.send(
        new HubRecord(
            Topics.deadLetters(topic),
            story.id(),
            original,
            Map.of(DeadLetters.REASON, "some-rule", DeadLetters.REFERRAL, story.id())));
    await().atMost(SOON).until(() -> Ops.count(story.id()) == 1);
  }

  private List<ConsumerRecord<String, byte[]>> again() {
    return topics.all(RESPONSES).stream().filter(r -> story.id().equals(r.key())).toList();
  }
}
