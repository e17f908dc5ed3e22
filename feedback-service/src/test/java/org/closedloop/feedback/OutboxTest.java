package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.junit.jupiter.api.Test;

/** What a crash between commit and publishing leaves, and what a broken database does to claims. */
@QuarkusTest
class OutboxTest extends RecordTest {

  @Inject Database database;

  @Test
  void shouldSweepUnpublishedEventsInSequence() {
    Story story = Story.fresh();
    submitAndAccept(story);
    journal(story.id(), 2);
    UUID id = UUID.fromString(story.id());

    database.run("update event set published_at = null where referral_id = ?", id);

    List<Decision> journal = journal(story.id(), 4);
    assertThat(journal).extracting(Decision::sequence).containsExactly(1L, 2L, 1L, 2L);
    assertThat(journal.get(3)).isEqualTo(journal.get(1));
    await()
        .atMost(SOON)
        .until(
            () ->
                database
                    .ask(
                        "select count(*) from event"
                            + " where referral_id = ? and published_at is null",
                        id)
                    .equals("0"));
  }

  @Test
  void shouldSweepRefusalWithoutReferral() {
    Story story = Story.fresh();
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    say(story.reply(acceptance), acceptance);
    Decision refusal = journal(story.id(), 1).get(0);

    database.run(
        "update event set published_at = null where id = ?", UUID.fromString(refusal.eventId()));

    assertThat(journal(story.id(), 2)).containsExactly(refusal, refusal);
  }

  @Test
  void shouldLoseNothingWhenConnectionsBreak() {
    List<Story> stories = Stream.generate(Story::fresh).limit(12).toList();

    for (Story story : stories) {
      send(story.submission(), story.request());
      database.ask(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and datname = current_database()"
              + " and backend_type = 'client backend'");
    }

    assertThat(stories.stream().map(story -> verdict(story.submission().claimId())))
        .extracting(Verdict::tid)
        .containsOnly("01");
    stories.forEach(story -> assertThat(journal(story.id(), 1)).hasSize(1));
  }
}
