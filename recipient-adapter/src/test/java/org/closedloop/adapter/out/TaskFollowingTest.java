package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.adapter.testing.Decisions.decision;
import static org.closedloop.adapter.testing.Decisions.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.core.claim.Decision;
import org.junit.jupiter.api.Test;

/** However the journal is cut into rounds, and however often it is read, the view is the same. */
@QuarkusTest
@AdapterTest
class TaskFollowingTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject TaskViews views;
  @Inject Hearing hearing;

  private final String referral = UUID.randomUUID().toString();

  private final List<Decision> journal =
      List.of(
          decision(referral, 1, "01", null, null),
          decision(referral, 2, "02", "busy until May", null),
          decision(referral, 4, "32", "first", "document-4"),
          decision(referral, 5, "32", "second", "document-5"),
          delivery(referral, 6),
          delivery(referral, 7));

  /** The client prepares anew, each time, what is longer. */
  @Test
  void shouldFitWhatTheClientKeepsPrepared() {
    assertThat(TaskFollowing.FOLLOW.length()).isLessThan(2048);
  }

  @Test
  void shouldTakeOverARoundAtOnce() {
    follow(journal);

    assertFollowed();
  }

  @Test
  void shouldComeToTheSameOneByOne() {
    journal.forEach(one -> follow(List.of(one)));

    assertFollowed();
  }

  @Test
  void shouldComeToTheSameWhenTheJournalIsReadAgain() {
    follow(journal.subList(0, 4));
    follow(journal.subList(0, 2));
    follow(journal);
    follow(journal);

    assertFollowed();
  }

  @Test
  void shouldNotLetAnEarlierOneWinBecauseSomethingNewerComesWithIt() {
    follow(journal.subList(0, 4));

    follow(List.of(journal.get(2), journal.get(4), journal.get(5)));

    assertFollowed();
  }

  @Test
  void shouldComeToTheSameOnSeveralInstances() {
    List<Uni<Void>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> Stream.of(views.follow(journal), views.follow(others())))
            .flatMap(two -> two)
            .toList();
    Uni.join().all(all).andFailFast().await().atMost(SOON);

    assertFollowed();
  }

  /** Of many referrals, in whatever order. */
  private List<Decision> others() {
    return Stream.concat(
            IntStream.range(0, 20)
                .mapToObj(i -> decision(UUID.randomUUID().toString(), 1, "01", null, null)),
            journal.stream())
        .toList();
  }

  private void follow(List<Decision> decisions) {
    views.follow(decisions).await().atMost(SOON);
  }

  private void assertFollowed() {
    TaskRecord task = views.find("pull-only", referral).await().atMost(SOON).orElseThrow();
    assertThat(task.sequence()).isEqualTo(7);
    assertThat(task.moved()).isEqualTo(5);
    assertThat(task.statusReason()).isEqualTo("second");
    assertThat(task.feedbackDocumentId()).isEqualTo("document-5");
    assertThat(task.delivery()).isEqualTo("DELIVERED");
    assertThat(task.status()).isEqualTo("accepted");
    assertThat(task.lastModified()).isEqualTo(journal.get(5).decidedAt());
    assertThat(task.authoredOn()).isEqualTo(journal.get(0).claim().claimedAt());
    assertThat(hearing.of("pull-only", referral).await().atMost(SOON))
        .as("by plain SQL and by the entity")
        .contains(task);
  }
}
