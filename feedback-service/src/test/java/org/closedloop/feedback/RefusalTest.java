package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.junit.jupiter.api.Test;

/** What is refused is journalled; nothing is propagated. */
@QuarkusTest
class RefusalTest extends RecordTest {

  @Test
  void shouldJournalRefusalOfUnknownReferral() {
    Story story = Story.fresh();
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");

    Verdict verdict = say(story.reply(acceptance), acceptance);

    assertThat(verdict.httpStatus()).isEqualTo(422);
    assertThat(verdict.findings()).extracting(Finding::ruleId).containsExactly("referral-unknown");
    Decision decision = journal(story.id(), 1).get(0);
    assertThat(decision.accepted()).isFalse();
    assertThat(decision.sequence()).isZero();
    assertThat(decision.submission()).isNull();
    assertThat(ops(story.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseProgramThatDoesNotOwnTheReferral() {
    Story story = Story.fresh();
    submit(story);
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");

    Verdict verdict =
        say(story.report(Actor.RECIPIENT, Story.OTHER_PROGRAM, acceptance), acceptance);

    assertThat(verdict.findings())
        .extracting(Finding::ruleId)
        .containsExactly("recipient-not-owner");
    assertThat(verdict.status()).isEqualTo("received");
  }

  @Test
  void shouldNotTakeHeadersOfTheClaimFurther() {
    Story story = Story.fresh();
    Claim claim = story.submission();
    HubRecord record = HubRecords.claim(claim, story.request());
    Map<String, String> headers = new HashMap<>(record.headers());
    headers.put("REPLY_TOPIC", Topics.initiatorFeedback(Story.BY_PUSH));
    headers.put("x-planted", UUID.randomUUID().toString());

    topics.send(new HubRecord(record.topic(), record.key(), record.value(), headers));

    verdict(claim.claimId());
    ConsumerRecord<String, byte[]> journal = records(Topics.JOURNAL, story.id(), 1).get(0);
    assertThat(journal.headers().lastHeader("x-planted")).isNull();
    assertThat(journal.headers().lastHeader("REPLY_TOPIC")).isNull();
    assertThat(topics.all(Topics.initiatorFeedback(Story.BY_PUSH)))
        .noneMatch(r -> story.id().equals(r.key()));
  }
}
