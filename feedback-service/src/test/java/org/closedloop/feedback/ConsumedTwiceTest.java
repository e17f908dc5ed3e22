package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.feedback.out.SecondInstance;
import org.junit.jupiter.api.Test;

/** While partitions change hands, two instances may hold one claim. */
@QuarkusTest
class ConsumedTwiceTest extends RecordTest {

  @Inject Database database;
  @Inject SecondInstance instances;

  @Test
  void shouldOpenOneReferral() {
    Story story = Story.fresh();

    assertThat(consumedByMany(story.submission(), story.request())).hasSize(1);

    assertThat(submit(story).sequence()).isEqualTo(1);
    assertThat(events(story)).isEqualTo("1");
  }

  @Test
  void shouldDecideOnceAndGiveTheStoredVerdictLater() {
    Story story = Story.fresh();
    submit(story);
    byte[] acceptance = story.update(Step.ACCEPTED, "accept");
    Claim claim = story.reply(acceptance);

    List<Verdict> verdicts = consumedByMany(claim, acceptance);

    assertThat(verdicts).hasSize(1);
    assertThat(say(claim, acceptance)).isEqualTo(verdicts.get(0));
    assertThat(instances.decide(claim, acceptance).await().atMost(SOON)).isEqualTo(verdicts.get(0));
    assertThat(events(story)).isEqualTo("2");
  }

  /** The different verdicts that came of it. */
  private List<Verdict> consumedByMany(Claim claim, byte[] message) {
    List<Uni<Verdict>> all =
        IntStream.range(0, 8).mapToObj(i -> instances.decide(claim, message)).toList();
    return Uni.join().all(all).andFailFast().await().atMost(SOON).stream().distinct().toList();
  }

  private String events(Story story) {
    return database.ask(
        "select count(*) from event where referral_id = ?", UUID.fromString(story.id()));
  }
}
