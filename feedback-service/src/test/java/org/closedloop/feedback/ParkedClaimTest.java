package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.junit.jupiter.api.Test;

/** A claim that cannot be decided parks its referral, and no other. */
@QuarkusTest
class ParkedClaimTest extends RecordTest {

  @Inject Database database;

  private final Story story = Story.fresh();

  @Test
  void shouldQueueBehindAnUnreadableRecordAndGoOnInOrderWhenItIsDiscarded() {
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    byte[] outcome = story.outcome();
    rubbish();
    send(story.submission(), story.request());
    send(story.reply(acceptance), acceptance);
    send(story.reply(outcome), outcome);

    assertThat(submit(Story.fresh()).accepted()).isTrue();
    awaitParked(4);
    Ops.parked(story.id())
        .then()
        .body("items.kind", contains("claim", "claim", "claim", "claim"))
        .body(
            "items.word",
            contains("claim-unreadable", "behind-parked", "behind-parked", "behind-parked"));
    assertThat(internalStatus(story.submission())).isEqualTo(404);

    Ops.replay(story.id()).then().body("stillParked", equalTo(4)).body("done", equalTo(false));
    Ops.discard(story.id(), "broken-record")
        .then()
        .body("discarded", equalTo(1))
        .body("replayed", equalTo(3));

    assertThat(journal(story.id(), 3)).extracting(Decision::tid).containsExactly("01", "02", "09");
    assertThat(Ops.count(story.id())).isZero();
    send(story.reply(acceptance), acceptance);
    assertThat(verdict(story.reply(acceptance).claimId()).tid()).isEqualTo("02");
  }

  @Test
  void shouldDecideInOrderOnceOurCodeIsMended() {
    Claim accept = story.task(Actor.RECIPIENT, Step.ACCEPTED);
    Claim schedule = story.task(Actor.RECIPIENT, Step.SCHEDULED);
    submit(story);
    String good = sealedRequest("{}");
    send(accept, NOTHING);
    send(schedule, NOTHING);
    awaitParked(2);
    Ops.replay(story.id())
        .then()
        .body("items.reason", contains("claim-undecidable", "claim-undecidable"));

    mend(good);

    Ops.rehearse(story.id()).then().body("wouldReplay", equalTo(2));
    Ops.replay(story.id()).then().body("replayed", equalTo(2));
    assertThat(verdict(accept.claimId()).tid()).isEqualTo("02");
    assertThat(verdict(schedule.claimId()).accepted()).isTrue();
    assertThat(journal(story.id(), 3)).extracting(Decision::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldAnswerTheSenderOfAClaimThatIsGivenUp() {
    Claim accept = story.task(Actor.RECIPIENT, Step.ACCEPTED);
    submit(story);
    String good = sealedRequest("{}");
    send(accept, NOTHING);
    awaitParked(1);

    Ops.discard(story.id(), "our-fault").then().body("discarded", equalTo(1));

    Verdict verdict = verdict(accept.claimId());
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.findings().get(0).ruleId()).isEqualTo("claim-given-up");
    assertThat(journal(story.id(), 2).get(1).accepted()).isFalse();
    mend(good);
  }

  @Test
  void shouldParkRecordsWithoutReferralOneByOne() {
    String name = "no-referral-" + UUID.randomUUID();
    topics.send(
        new HubRecord(Topics.CLAIMS, null, name.getBytes(StandardCharsets.UTF_8), Map.of()));

    String query =
        "select id from parked where size = ? and record_key is null and sealed is not null"
            + " order by number desc limit 1";
    await().atMost(SOON).until(() -> database.ask(query, name.length()) != null);
    String item = database.ask(query, name.length());

    Ops.replay(item).then().body("items.reason", contains("claim-unreadable"));
    Ops.discard(item, "rubbish").then().body("discarded", equalTo(1));
    Ops.replay(item).then().statusCode(404);
  }

  private static final String REQUEST = "select request_payload from referral where id = ?)";

  /** Breaks what our code needs to write a message; returns what was there before. */
  private String sealedRequest(String instead) {
    journal(story.id(), 1);
    String before =
        database.ask("select encode(sealed, 'hex') from payload where id = (" + REQUEST, id());
    database.run(
        "update payload set sealed = decode('434c01046e6f6e6500000000', 'hex') || ? where id = ("
            + REQUEST,
        instead.getBytes(StandardCharsets.UTF_8),
        id());
    return before;
  }

  private void mend(String good) {
    database.run("update payload set sealed = decode(?, 'hex') where id = (" + REQUEST, good, id());
  }

  private void rubbish() {
    byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
    topics.send(new HubRecord(Topics.CLAIMS, story.id(), rubbish, Map.of()));
  }

  private void awaitParked(int count) {
    await().atMost(SOON).until(() -> Ops.count(story.id()) == count);
  }

  private UUID id() {
    return UUID.fromString(story.id());
  }

  private static int internalStatus(Claim claim) {
    return internal("/internal/claims/" + claim.claimId()).statusCode();
  }
}
