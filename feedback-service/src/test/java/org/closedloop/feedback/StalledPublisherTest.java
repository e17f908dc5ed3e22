package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.out.SecondInstance;
import org.junit.jupiter.api.Test;

/** An instance that stood still, lost its lock and wakes up when another has published on. */
@QuarkusTest
class StalledPublisherTest extends RecordTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Database database;
  @Inject SecondInstance instances;

  /** Nothing of ours can stop this one write: it repeats what was said before, word for word. */
  @Test
  void shouldOnlyRepeatWhatWasPublishedBefore() throws Exception {
    Story story = unpublished();
    SecondInstance.Stalling stalled = instances.stalling();
    CompletableFuture<Void> run =
        stalled.publishStandingStillBeforeTheWrite(story.id()).subscribe().asCompletionStage();
    stalled.still().get(20, TimeUnit.SECONDS);

    loseItsLock(story);
    instances.publishByTheOther(story.id()).await().atMost(SOON);
    stalled.wake(HOUR);
    run.get(20, TimeUnit.SECONDS);

    List<Decision> journal = journal(story.id(), 5);
    assertThat(journal).extracting(Decision::sequence).containsExactly(1L, 2L, 1L, 2L, 1L);
    assertThat(journal.get(4)).isEqualTo(journal.get(2));
    assertThat(firstSeen(journal)).containsExactly(1L, 2L);
    assertThat(copiesOfParty(story)).isEqualTo(2);
  }

  @Test
  void shouldNotWriteOnWhenItLostItsLock() throws Exception {
    Story story = unpublished();
    SecondInstance.Stalling stalled = instances.stalling();
    CompletableFuture<Void> run =
        stalled.publishStandingStillAfterTheWrite(story.id()).subscribe().asCompletionStage();
    stalled.still().get(20, TimeUnit.SECONDS);

    loseItsLock(story);
    instances.publishByTheOther(story.id()).await().atMost(SOON);
    stalled.wake(HOUR);
    run.get(20, TimeUnit.SECONDS);

    List<Decision> journal = journal(story.id(), 5);
    assertThat(journal).extracting(Decision::sequence).containsExactly(1L, 2L, 1L, 1L, 2L);
    assertThat(copiesOfParty(story)).isEqualTo(2);
    assertThat(
            database.ask(
                "select count(*) from event where referral_id = ? and published_at is null",
                UUID.fromString(story.id())))
        .isEqualTo("0");
  }

  /** Decided and published, and then as if the publishing had been lost in a crash. */
  private Story unpublished() {
    Story story = Story.fresh();
    submitAndAccept(story);
    journal(story.id(), 2);
    records(Topics.initiatorFeedback(Story.BY_TOPIC), story.id(), 1);
    database.run(
        "update event set published_at = null, written_at = now() + interval '1 hour'"
            + " where referral_id = ?",
        UUID.fromString(story.id()));
    return story;
  }

  /** What idle_in_transaction_session_timeout does to a process that stands still. */
  private void loseItsLock(Story story) {
    String lost =
        database.ask(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where state = 'idle in transaction' and datname = current_database()"
                + " and pid <> pg_backend_pid()");
    assertThat(Integer.parseInt(lost)).as("sessions of %s", story.id()).isPositive();
  }

  private static List<Long> firstSeen(List<Decision> journal) {
    List<Long> seen = new ArrayList<>();
    journal.stream()
        .map(Decision::sequence)
        .filter(sequence -> !seen.contains(sequence))
        .forEach(seen::add);
    return seen;
  }

  private static long copiesOfParty(Story story) {
    return topics.all(Topics.initiatorFeedback(Story.BY_TOPIC)).stream()
        .filter(r -> story.id().equals(r.key()))
        .count();
  }
}
