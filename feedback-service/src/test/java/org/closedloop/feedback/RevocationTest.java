package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** A patient revokes, on the real broker and database. */
@QuarkusTest
class RevocationTest extends RecordTest {

  private static final Instant GIVEN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant REVOKED = Instant.parse("2026-03-05T00:00:00Z");
  private static final Instant GIVEN_ANEW = Instant.parse("2026-03-06T00:00:00Z");

  private final String patient = "patient-" + UUID.randomUUID();

  @Inject Database database;

  @Test
  void shouldEndEveryOpenReferralOfThePatientAndTellTheInitiator() {
    Story first = story(GIVEN);
    Story second = story(GIVEN);
    submit(first);
    submit(second);
    Story closed = story(GIVEN);
    submit(closed);
    byte[] decline = closed.update(Step.DECLINED, "decline");
    say(closed.reply(decline), decline);

    Verdict verdict = revoke(first);

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.findings().get(0).text())
        .contains("Task/" + first.id(), "Task/" + second.id())
        .doesNotContain(closed.id());
    for (Story story : List.of(first, second)) {
      Decision end = journal(story.id(), 2).get(1);
      assertThat(end.tid()).isEqualTo("03");
      assertThat(end.claim().kind()).isEqualTo(ClaimKind.CONSENT_REVOKED);
      MessageFacts told = told(story, 1).get(0);
      assertThat(told.taskStatus()).isEqualTo("rejected");
      assertThat(told.statusReason()).contains("revoked the consent");
      assertThat(task(Story.PROGRAM, story.id()).status()).isEqualTo("rejected");
    }
    assertThat(task(Story.PROGRAM, closed.id()).version()).isEqualTo(2);
  }

  @Test
  void shouldReportWhatTheProgramHasAndHasNotAnswered() {
    Story story = story(GIVEN);
    submit(story);
    say(story.part(ClaimKind.DELIVERED, null), NOTHING);

    revoke(story);

    Decision report = journal(story.id(), 3).get(2);
    assertThat(report.tid()).isNull();
    assertThat(report.messageId()).isNotNull();
    MessageFacts told = told(story, 1).get(0);
    assertThat(told.taskStatus()).isEqualTo("received");
    assertThat(told.statusReason()).contains("asked to stop");
    assertThat(task(Story.BY_TOPIC, story.id()).statusReason()).contains("revoked the consent");
  }

  @Test
  void shouldTakeARevocationOnce() {
    Story story = story(GIVEN);
    submit(story);
    Claim claim = story.revocation(UUID.randomUUID().toString(), REVOKED);
    Verdict first = say(claim, NOTHING);
    Story later = story(GIVEN_ANEW);
    assertThat(submit(later).accepted()).isTrue();

    send(claim, NOTHING);
    submit(story(GIVEN_ANEW));

    assertThat(verdict(claim.claimId())).isEqualTo(first);
    assertThat(task(Story.BY_TOPIC, later.id()).status()).isEqualTo("received");
    assertThat(task(Story.BY_TOPIC, story.id()).version()).isEqualTo(2);
  }

  @Test
  void shouldRefuseALaterReferralWhoseConsentIsOlder() {
    submit(story(GIVEN));
    revoke(story(GIVEN));

    Verdict older = submit(story(GIVEN));
    Verdict newer = submit(story(GIVEN_ANEW));

    assertThat(older.httpStatus()).isEqualTo(422);
    assertThat(older.findings()).extracting(Finding::ruleId).containsExactly("consent-revoked");
    assertThat(newer.accepted()).isTrue();
  }

  @Test
  void shouldLeaveOtherHospitalsAndOtherPatientsAlone() {
    Story own = story(GIVEN);
    Story others = Story.of(Story.BY_PUSH, patient, GIVEN);
    Story another = Story.of(Story.BY_TOPIC, "patient-" + UUID.randomUUID(), GIVEN);
    List.of(own, others, another).forEach(RecordTest::submit);

    revoke(own);
    Verdict unknown =
        say(
            Story.of(Story.BY_PUSH, "patient-" + UUID.randomUUID(), GIVEN)
                .revocation(UUID.randomUUID().toString(), REVOKED),
            NOTHING);

    assertThat(unknown.httpStatus()).isEqualTo(422);
    assertThat(unknown.findings())
        .extracting(Finding::ruleId)
        .containsExactly("consent-patient-known");
    assertThat(task(Story.BY_PUSH, others.id()).status()).isEqualTo("received");
    assertThat(task(Story.BY_TOPIC, another.id()).status()).isEqualTo("received");
  }

  @Test
  void shouldCarryOnWhatACrashInterrupted() {
    Story story = story(GIVEN);
    submit(story);
    Claim claim = story.revocation(UUID.randomUUID().toString(), REVOKED);
    say(claim, NOTHING);
    Story forgotten = story(GIVEN_ANEW);
    submit(forgotten);
    database.run(
        "update revocation set referrals = ? where claim_key = ?",
        new String[] {story.id(), forgotten.id()},
        claim.claimId());

    send(claim, NOTHING);

    assertThat(journal(forgotten.id(), 2).get(1).tid()).isEqualTo("03");
    assertThat(task(Story.BY_TOPIC, story.id()).version()).isEqualTo(2);
    database.run(
        "update revocation set referrals = ? where claim_key = ?",
        new String[] {story.id()},
        claim.claimId());
  }

  /** Every submission is either refused, or ended by the revocation: none slips through. */
  @Test
  void shouldMissNoReferralThatIsSubmittedAtTheSameMoment() {
    submit(story(GIVEN));
    List<Story> stories = IntStream.range(0, 30).mapToObj(i -> story(GIVEN)).toList();
    Claim revocation = story(GIVEN).revocation(UUID.randomUUID().toString(), REVOKED);
    Stream<Runnable> submissions =
        stories.stream().map(story -> () -> send(story.submission(), story.request()));

    Stream.concat(submissions, IntStream.range(0, 3).mapToObj(i -> () -> send(revocation, NOTHING)))
        .parallel()
        .forEach(Runnable::run);

    assertThat(verdict(revocation.claimId()).accepted()).isTrue();
    for (Story story : stories) {
      Verdict verdict = verdict(story.submission().claimId());
      if (verdict.accepted()) {
        assertThat(journal(story.id(), 2).get(1).tid()).isEqualTo("03");
      } else {
        assertThat(verdict.findings().get(0).ruleId()).isEqualTo("consent-revoked");
      }
    }
  }

  private Story story(Instant consentGiven) {
    return Story.of(Story.BY_TOPIC, patient, consentGiven);
  }

  private Verdict revoke(Story story) {
    return say(story.revocation(UUID.randomUUID().toString(), REVOKED), NOTHING);
  }

  private static TaskView task(String party, String id) {
    byte[] task = internal("/internal/parties/" + party + "/tasks/" + id).asByteArray();
    return RecordJson.read(task, TaskView.class);
  }

  private static List<MessageFacts> told(Story story, int count) {
    return records(Topics.initiatorFeedback(Story.BY_TOPIC), story.id(), count).stream()
        .map(ConsumerRecord::value)
        .map(message -> ReferralMessage.ofStored(message).facts())
        .toList();
  }
}
