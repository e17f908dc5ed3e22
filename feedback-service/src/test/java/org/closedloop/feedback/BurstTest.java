package org.closedloop.feedback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** Many claims at once: decided together, and each as if it were alone. */
@QuarkusTest
class BurstTest extends RecordTest {

  @Inject Database database;

  @Test
  void shouldKeepEachReferralInOrder() {
    List<Story> stories = Stream.generate(Story::fresh).limit(20).toList();
    stories.forEach(story -> send(story.submission(), story.request()));
    stories.forEach(story -> send(story.part(ClaimKind.ROUTED, null), NOTHING));
    stories.forEach(story -> send(story.part(ClaimKind.DELIVERED, null), NOTHING));
    stories.forEach(BurstTest::accept);
    stories.forEach(story -> send(story.reply(story.outcome()), story.outcome()));

    Map<String, List<ConsumerRecord<String, byte[]>>> journal = all(Topics.JOURNAL, stories, 5);
    Map<String, List<ConsumerRecord<String, byte[]>>> copies =
        all(Topics.initiatorFeedback(Story.BY_TOPIC), stories, 2);
    for (Story story : stories) {
      assertThat(journal.get(story.id()))
          .extracting(record -> envelope(record).facts(Decision.class).sequence())
          .containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(copies.get(story.id()).get(1).value()).isEqualTo(story.outcome());
    }
  }

  /** The records of all of the referrals, so many of each, by referral. */
  private static Map<String, List<ConsumerRecord<String, byte[]>>> all(
      String topic, List<Story> stories, int each) {
    Set<String> ids = stories.stream().map(Story::id).collect(toSet());
    int[] seen = {0};
    return topics
        .until(topic, r -> ids.contains(r.key()) && ++seen[0] == each * ids.size())
        .stream()
        .filter(r -> ids.contains(r.key()))
        .collect(groupingBy(ConsumerRecord::key));
  }

  @Test
  void shouldParkTheBrokenOneAloneAndDecideAllOthers() {
    List<Story> stories = Stream.generate(Story::fresh).limit(12).toList();
    stories.forEach(RecordTest::submit);
    Story broken = stories.get(7);
    String whole =
        database.ask(
            "select encode(sealed, 'hex') from payload"
                + " where id = (select request_payload from referral where id = ?)",
            UUID.fromString(broken.id()));
    database.run(
        "update payload set sealed = decode('434c01046e6f6e6500000000', 'hex') || ?"
            + " where id = (select request_payload from referral where id = ?)",
        "{}".getBytes(StandardCharsets.UTF_8),
        UUID.fromString(broken.id()));

    List<Claim> claims =
        stories.stream().map(story -> story.task(Actor.RECIPIENT, Step.ACCEPTED)).toList();
    claims.forEach(claim -> send(claim, NOTHING));

    claims.stream()
        .filter(claim -> !claim.referralId().equals(broken.id()))
        .forEach(claim -> assertThat(verdict(claim.claimId()).tid()).isEqualTo("02"));
    await().atMost(SOON).until(() -> Ops.count(broken.id()) == 1);
    Ops.discard(broken.id(), "our-fault");
    database.run(
        "update payload set sealed = decode(?, 'hex')"
            + " where id = (select request_payload from referral where id = ?)",
        whole,
        UUID.fromString(broken.id()));
  }

  private static void accept(Story story) {
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    send(story.reply(acceptance), acceptance);
  }
}
