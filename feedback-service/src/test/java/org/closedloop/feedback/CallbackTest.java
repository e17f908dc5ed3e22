package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.out.CallbackQueue;
import org.closedloop.feedback.out.CallbackView;
import org.closedloop.feedback.out.SecondInstance;
import org.junit.jupiter.api.Test;

/** Feedback by push to a real HTTP server. */
@QuarkusTest
class CallbackTest extends RecordTest {

  @Inject Database database;
  @Inject CallbackQueue queue;
  @Inject SecondInstance instances;

  @Test
  void shouldPushInOrderAndTryAgainUnderTheSameId() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    byte[] outcome = story.outcome();
    try (Hospital hospital = new Hospital(story.id(), 500, 503)) {
      submitAndAccept(story);
      say(story.reply(outcome), outcome);

      await().atMost(SOON).until(() -> hospital.calls(story.id()).size() == 4);

      List<Hospital.Call> calls = hospital.calls(story.id());
      assertThat(calls).extracting(Hospital.Call::answered).containsExactly(500, 503, 200, 200);
      assertThat(calls.subList(0, 3))
          .extracting(Hospital.Call::requestId)
          .containsOnly(calls.get(0).requestId());
      assertThat(calls.get(3).requestId()).isNotEqualTo(calls.get(0).requestId());
      assertThat(calls).extracting(Hospital.Call::path).containsOnly("/fhir/$process-message");
      assertThat(calls)
          .extracting(Hospital.Call::contentType)
          .containsOnly("application/fhir+json");
      assertThat(calls.get(3).body()).isEqualTo(new String(outcome, StandardCharsets.UTF_8));
      awaitState(story, 3, "DONE");
    }
    assertThat(topics.all(Topics.initiatorFeedback(Story.BY_PUSH)))
        .noneMatch(r -> story.id().equals(r.key()));
  }

  /** Found by a chaos run: it was due when the database's clock had come so far. */
  @Test
  void shouldPushAtOnceWhatAnInstanceWithAClockAheadHasDecided() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    submit(story);
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    try (Hospital hospital = new Hospital()) {
      done(instances.decideAhead(story.reply(acceptance), acceptance, Duration.ofMinutes(10)));

      awaitState(story, 2, "DONE");
      assertThat(hospital.calls(story.id())).hasSize(1);
    }
  }

  @Test
  void shouldParkReferralWhenTheHospitalRefuses() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    Story other = Story.of(Story.BY_PUSH);
    byte[] outcome = story.outcome();
    try (Hospital hospital = new Hospital(story.id(), 422)) {
      submitAndAccept(story);
      awaitState(story, 2, "PARKED");
      say(story.reply(outcome), outcome);
      submitAndAccept(other);

      awaitState(other, 2, "DONE");

      assertThat(state(story, 3)).isEqualTo("OPEN");
      assertThat(hospital.calls(story.id())).hasSize(1);
    }
    assertThat(error(story)).isEqualTo("http-422");
  }

  @Test
  void shouldReplayAParkedCallbackAndLaterOnesInOrder() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    byte[] outcome = story.outcome();
    try (Hospital hospital = new Hospital(story.id(), 404)) {
      submitAndAccept(story);
      awaitState(story, 2, "PARKED");
      say(story.reply(outcome), outcome);

      assertThat(done(queue.replay(story.id()))).isEqualTo(1);

      awaitState(story, 3, "DONE");
      List<Hospital.Call> calls = hospital.calls(story.id());
      assertThat(calls).extracting(Hospital.Call::answered).containsExactly(404, 200, 200);
      assertThat(calls.get(1).requestId()).isEqualTo(calls.get(0).requestId());
    }
    assertThat(done(queue.replay(story.id()))).isZero();
  }

  @Test
  void shouldGoOnBehindADiscardedCallback() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    byte[] outcome = story.outcome();
    try (Hospital hospital = new Hospital(story.id(), 410)) {
      submitAndAccept(story);
      awaitState(story, 2, "PARKED");
      say(story.reply(outcome), outcome);
      assertThat(done(queue.parked(1000)))
          .extracting(CallbackView::referralId)
          .contains(story.id());

      assertThat(done(queue.discard(story.id()))).isEqualTo(1);

      awaitState(story, 3, "DONE");
      assertThat(hospital.calls(story.id())).hasSize(2);
    }
    assertThat(state(story, 2)).isEqualTo("DISCARDED");
    ops(story.id())
        .then()
        .statusCode(200)
        .body("callbacks.state", contains("DISCARDED", "DONE"))
        .body("callbacks[0].lastError", equalTo("http-410"))
        .body("callbacks[0].attempts", equalTo(1));
  }

  @Test
  void shouldGiveUpInTheEnd() {
    Story story = Story.of(Story.BY_PUSH);
    submitAndAccept(story);
    await().atMost(SOON).until(() -> error(story) != null);
    UUID id = UUID.fromString(story.id());

    database.run(
        "update callback set first_tried_at = now() - interval '4 days' where referral_id = ?", id);

    awaitState(story, 2, "PARKED");
    assertThat(error(story)).isEqualTo("no-connection");
    assertThat(database.ask("select parked_word from callback where referral_id = ?", id))
        .isEqualTo("gave-up");
    done(queue.discard(story.id()));
  }

  @Test
  void shouldComeBackWhenAsked() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    UUID id = UUID.fromString(story.id());
    try (Hospital hospital = new Hospital(story.id(), 429)) {
      submitAndAccept(story);
      await().atMost(SOON).until(() -> error(story) != null);

      String soonest =
          database.ask(
              "select next_at > now() + interval '50 minutes' from callback where referral_id = ?",
              id);

      assertThat(soonest).isEqualTo("t");
      database.run("update callback set next_at = now() where referral_id = ?", id);
      awaitState(story, 2, "DONE");
      assertThat(hospital.calls(story.id())).hasSize(2);
    }
  }

  private static <T> T done(Uni<T> work) {
    return work.await().atMost(SOON);
  }

  @Test
  void shouldTakeOverLeaseOfKilledInstance() throws IOException {
    Story story = Story.of(Story.BY_PUSH);
    submitAndAccept(story);
    await().atMost(SOON).until(() -> error(story) != null);
    UUID id = UUID.fromString(story.id());
    String leaseElsewhere =
        "update callback set next_at = now(), leased_until = now() + interval '2 seconds'"
            + " where referral_id = ? and leased_until is null";
    await().atMost(SOON).until(() -> database.run(leaseElsewhere, id) == 1);
    Instant leased = Instant.now();

    try (Hospital hospital = new Hospital()) {
      awaitState(story, 2, "DONE");

      assertThat(hospital.calls(story.id())).hasSize(1);
      assertThat(Instant.now()).isAfter(leased.plusMillis(1500));
    }
  }

  private String error(Story story) {
    return database.ask(
        "select last_error from callback where referral_id = ? and sequence = 2",
        UUID.fromString(story.id()));
  }

  private void awaitState(Story story, int sequence, String wanted) {
    await().atMost(SOON).until(() -> wanted.equals(state(story, sequence)));
  }

  private String state(Story story, int sequence) {
    return database.ask(
        "select state from callback where referral_id = ? and sequence = ?",
        UUID.fromString(story.id()),
        sequence);
  }
}
