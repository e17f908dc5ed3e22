package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** What was just written is published from memory; what was left before goes first. */
@QuarkusTest
class WavePublishingTest extends RecordTest {

  private static final String LEAVE =
      "update event set published_at = null, written_at = now() + interval '1 hour'"
          + " where referral_id = ? and sequence = ?";

  @Inject Database database;

  private final Story story = Story.fresh();

  @Test
  void shouldPublishWhatWasLeftBeforeWhatIsNew() {
    submit(story);
    journal(story.id(), 1);
    awaitPublished(1);
    assertThat(database.run(LEAVE, id(), 1L)).isEqualTo(1);

    send(story.part(ClaimKind.ROUTED, null), NOTHING);

    List<Decision> journal = journal(story.id(), 3);
    assertThat(journal).extracting(Decision::sequence).containsExactly(1L, 1L, 2L);
    assertThat(journal.get(1)).isEqualTo(journal.get(0));
    awaitPublished(2);
  }

  @Test
  void shouldPublishFromMemoryWhatTheRecordHolds() {
    submitAndAccept(story);
    List<Decision> published = journal(story.id(), 2);
    awaitPublished(2);

    database.run("update event set published_at = null where referral_id = ?", id());

    List<Decision> again = journal(story.id(), 4);
    assertThat(again.subList(2, 4)).isEqualTo(published);
  }

  @Test
  void shouldTellVerdictsOnlyToWhoMayWait() {
    submit(story);
    send(story.part(ClaimKind.ROUTED, null), NOTHING);
    send(story.part(ClaimKind.DELIVERED, null), NOTHING);
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    Claim accept = story.reply(acceptance);
    say(accept, acceptance);

    assertThat(journal(story.id(), 4)).hasSize(4);
    assertThat(records(Topics.VERDICTS, story.id(), 2))
        .extracting(record -> envelope(record).facts(Verdict.class).claimId())
        .containsExactly(story.submission().claimId(), accept.claimId());
  }

  @Test
  void shouldKeepPatientsKeysAsTheyAre() {
    String key = "a,\"b\\}{ 'c' NULL";
    Story odd = Story.of(Story.BY_TOPIC, key, Instant.EPOCH);
    submit(odd);

    assertThat(
            database.ask(
                "select patient_keys[1] from referral where id = ?", UUID.fromString(odd.id())))
        .isEqualTo(key);
  }

  private void awaitPublished(int count) {
    await()
        .atMost(SOON)
        .until(
            () ->
                database
                    .ask(
                        "select count(*) from event"
                            + " where referral_id = ? and published_at is not null",
                        id())
                    .equals(String.valueOf(count)));
  }

  private UUID id() {
    return UUID.fromString(story.id());
  }
}
