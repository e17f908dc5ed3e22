package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.topic.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An initiator whose topic is not there: its copies wait, and nothing else does. */
@QuarkusTest
class TopicCopyTest extends RecordTest {

  private static final String HOSPITAL = "saint-lukes";
  private static final String TOPIC = Topics.initiatorFeedback(HOSPITAL);

  @Inject Database database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  @Test
  void shouldKeepCopiesUntilTheTopicIsThereAndWriteThemInOrder() throws Exception {
    Story story = Story.of(HOSPITAL);
    byte[] outcome = story.outcome();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.deleteTopics(List.of(TOPIC)).all().get();
      submitAndAccept(story);
      await().atMost(SOON).until(() -> waiting(story).equals("1"));
      await().atMost(SOON).until(() -> wait(story, "interval '1 hour'") == 1);
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    say(story.reply(outcome), outcome);
    await().atMost(SOON).until(() -> count(story, "published_at is not null").equals("3"));
    assertThat(journal(story.id(), 3)).hasSize(3);
    assertThat(waiting(story)).isEqualTo("2");
    assertThat(topics.all(TOPIC)).noneMatch(r -> story.id().equals(r.key()));

    wait(story, "interval '0 hours'");

    List<ConsumerRecord<String, byte[]>> copies = records(TOPIC, story.id(), 2);
    assertThat(new String(copies.get(1).value(), StandardCharsets.UTF_8))
        .isEqualTo(new String(outcome, StandardCharsets.UTF_8));
    await().atMost(SOON).until(() -> waiting(story).equals("0"));
    assertThat(journalNow(story)).isEqualTo(3);
  }

  /** Puts the first copy off, unless it is being tried. */
  private int wait(Story story, String howLong) {
    return database.run(
        "update callback set next_at = now() + "
            + howLong
            + " where referral_id = ? and sequence = 2 and state = 'OPEN'"
            + " and (leased_until is null or leased_until <= now())",
        UUID.fromString(story.id()));
  }

  private String count(Story story, String what) {
    return database.ask(
        "select count(*) from event where referral_id = ? and " + what,
        UUID.fromString(story.id()));
  }

  private String waiting(Story story) {
    return database.ask(
        "select count(*) from callback where referral_id = ? and channel = 'TOPIC'"
            + " and state = 'OPEN'",
        UUID.fromString(story.id()));
  }

  private static long journalNow(Story story) {
    return topics.all(Topics.JOURNAL).stream().filter(r -> story.id().equals(r.key())).count();
  }
}
