package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.StatusEvent;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** A referral from its submission to its outcome, and what everybody hears of it. */
@QuarkusTest
class LoopTest extends RecordTest {

  @Test
  void shouldRecordSubmissionAndTellEverybody() {
    Story story = Story.fresh();

    Verdict verdict = submit(story);

    assertThat(verdict.httpStatus()).isEqualTo(200);
    assertThat(verdict.tid()).isEqualTo("01");
    assertThat(verdict.status()).isEqualTo("received");
    ConsumerRecord<String, byte[]> journal = records(Topics.JOURNAL, story.id(), 1).get(0);
    Decision decision = envelope(journal).facts(Decision.class);
    assertThat(decision.sequence()).isEqualTo(1);
    assertThat(decision.actor()).isEqualTo(Actor.INITIATOR);
    assertThat(decision.messageId()).isEqualTo(story.facts().messageId());
    assertThat(envelope(journal).payload()).isEqualTo(story.request());
    Verdict told = envelope(records(Topics.VERDICTS, story.id(), 1).get(0)).facts(Verdict.class);
    assertThat(told).isEqualTo(verdict);
    StatusEvent status = status(story, 1).get(0);
    assertThat(status.to()).isEqualTo("received/2.0");
    assertThat(status.acceptedAt()).isEqualTo(decision.claim().claimedAt());
  }

  @Test
  void shouldShowReferralToItsPartiesOnly() {
    Story story = Story.fresh();
    submit(story);

    TaskView seen =
        RecordJson.read(
            internal("/internal/parties/" + Story.BY_TOPIC + "/tasks/" + story.id()).asByteArray(),
            TaskView.class);

    assertThat(seen.id()).isEqualTo(story.id());
    assertThat(seen.version()).isEqualTo(1);
    assertThat(seen.status()).isEqualTo("received");
    assertThat(seen.programNpi()).isEqualTo("2730003037");
    assertThat(internalStatus(Story.PROGRAM, "tasks/" + story.id())).isEqualTo(200);
    assertThat(internalStatus(Story.OTHER_PROGRAM, "tasks/" + story.id())).isEqualTo(404);
    assertThat(internalStatus(Story.BY_PUSH, "tasks/" + story.id())).isEqualTo(404);
    assertThat(internalStatus(Story.BY_TOPIC, "tasks/not-an-id")).isEqualTo(404);
  }

  @Test
  void shouldFindReferralByTaskNumber() {
    Story story = Story.fresh();
    submit(story);
    String number = story.facts().taskPlacer().value();
    String system = story.facts().taskPlacer().system();

    assertThat(found(Story.BY_TOPIC, number)).containsExactly(story.id());
    assertThat(found(Story.BY_TOPIC, system + "|" + number)).containsExactly(story.id());
    assertThat(found(Story.BY_TOPIC, "urn:other|" + number)).isEmpty();
    assertThat(found(Story.BY_PUSH, number)).isEmpty();
  }

  @Test
  void shouldCloseLoopWithDocumentOnTheInitiatorsTopic() {
    Story story = Story.fresh();
    submitAndAccept(story);
    byte[] outcome = story.outcome();

    Verdict verdict = say(story.reply(outcome), outcome);

    assertThat(verdict.tid()).isEqualTo("09");
    List<ConsumerRecord<String, byte[]>> feedback =
        records(Topics.initiatorFeedback(Story.BY_TOPIC), story.id(), 2);
    assertThat(feedback.get(1).value()).isEqualTo(outcome);
    assertThat(feedback.get(1).headers()).isEmpty();
    String bundleId = journal(story.id(), 3).get(2).feedbackBundleId();
    assertThat(
            internal("/internal/parties/" + Story.BY_TOPIC + "/documents/" + bundleId)
                .asByteArray())
        .isEqualTo(
            HubMessages.underId(HubMessages.feedbackDocument(outcome).orElseThrow(), bundleId));
    assertThat(internalStatus(Story.BY_PUSH, "documents/" + bundleId)).isEqualTo(404);
    StatusEvent closed = status(story, 3).get(2);
    assertThat(closed.to()).isEqualTo("completed/7.0");
    assertThat(closed.respondedAt()).isNotNull();
    assertThat(closed.closedAt()).isNotNull();
  }

  @Test
  void shouldWriteMessageForBareTask() {
    Story story = Story.fresh();
    submit(story);

    say(story.task(Actor.RECIPIENT, Step.ACCEPTED.because("seen by nurse")), NOTHING);

    byte[] told = records(Topics.initiatorFeedback(Story.BY_TOPIC), story.id(), 1).get(0).value();
    MessageFacts facts = ReferralMessage.ofStored(told).facts();
    assertThat(facts.taskStatus()).isEqualTo("accepted");
    assertThat(facts.statusReason()).isEqualTo("seen by nurse");
    assertThat(facts.servicePlacer()).isEqualTo(story.facts().servicePlacer());
    assertThat(facts.messageId()).isEqualTo(journal(story.id(), 2).get(1).messageId());
  }

  @Test
  void shouldConfirmCancellationAsHubWhenWithdrawn() {
    Story story = Story.fresh();
    submit(story);
    Verdict cancel = say(story.task(Actor.INITIATOR, Step.CANCEL), NOTHING);

    Verdict withdrawn = say(story.part(ClaimKind.WITHDRAWN, null), NOTHING);

    assertThat(cancel.tid()).isEqualTo("04");
    assertThat(withdrawn.tid()).isEqualTo("23");
    List<Decision> journal = journal(story.id(), 3);
    assertThat(journal.get(1).actor()).isEqualTo(Actor.INITIATOR);
    assertThat(journal.get(2).actor()).isEqualTo(Actor.HUB);
    assertThat(journal.get(2).delivery()).isEqualTo(Delivery.WITHDRAWN);
    MessageFacts told =
        ReferralMessage.ofStored(
                records(Topics.initiatorFeedback(Story.BY_TOPIC), story.id(), 1).get(0).value())
            .facts();
    assertThat(told.taskStatus()).isEqualTo("cancelled");
    assertThat(told.statusReason()).contains("before delivery");
    byte[] request = envelope(records(Topics.JOURNAL, story.id(), 2).get(1)).payload();
    assertThat(ReferralMessage.ofStored(request).facts().businessStatus()).isEqualTo("5.2");
  }

  @Test
  void shouldShowOpsHistoryWithRefusals() {
    Story story = Story.fresh();
    submit(story);
    byte[] outcome = story.outcome();

    Verdict early = say(story.reply(outcome), outcome);
    say(story.part(ClaimKind.ROUTED, null), NOTHING);

    assertThat(early.httpStatus()).isEqualTo(422);
    ops(story.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("received"))
        .body("delivery", equalTo("ROUTED"))
        .body("times.routedAt", notNullValue())
        .body("history.sequence", contains(1, 2, 3))
        .body("history.accepted", contains(true, false, true))
        .body("history[1].trigger", equalTo("send-referral-outcome"))
        .body("history[1].party", equalTo(Story.PROGRAM))
        .body("history[1].ruleIds", contains("state-transition"))
        .body("history[2].kind", equalTo("ROUTED"));
    assertThat(envelope(records(Topics.JOURNAL, story.id(), 2).get(1)).hasPayload()).isFalse();
  }

  private static int internalStatus(String party, String path) {
    return internal("/internal/parties/" + party + "/" + path).statusCode();
  }

  private static List<String> found(String party, String token) {
    byte[] json =
        internal("/internal/parties/" + party + "/tasks?identifier=" + token).asByteArray();
    return List.of(RecordJson.read(json, TaskView[].class)).stream().map(TaskView::id).toList();
  }

  private static List<StatusEvent> status(Story story, int count) {
    return records(Topics.STATUS, story.id(), count).stream()
        .map(r -> RecordJson.read(r.value(), StatusEvent.class))
        .toList();
  }
}
