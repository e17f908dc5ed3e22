package org.closedloop.kit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.closedloop.core.claim.Verdict;
import org.junit.jupiter.api.Test;

class WaitersTest {

  private final Waiters waiters = new Waiters();

  @Test
  void shouldTellEverybodyWhoWaits() {
    waiters.join("c");
    waiters.join("c");
    CompletableFuture<Verdict> one = waiters.of("c");
    CompletableFuture<Verdict> other = waiters.of("c");
    waiters.decided(verdict("c"));
    assertThat(one).isCompleted();
    assertThat(other).isCompleted();
  }

  @Test
  void shouldRememberAVerdictThatCameBeforeAnybodyLooked() {
    waiters.join("c");
    waiters.decided(verdict("c"));
    assertThat(waiters.of("c")).isCompleted();
  }

  @Test
  void shouldNotLetOneWhoGivesUpCancelTheOther() {
    waiters.join("c");
    waiters.join("c");
    waiters.of("c").cancel(true);
    CompletableFuture<Verdict> other = waiters.of("c");
    waiters.leave("c");
    waiters.decided(verdict("c"));
    assertThat(other).isCompletedWithValue(verdict("c"));
  }

  @Test
  void shouldForgetWhenTheLastHasLeft() {
    waiters.join("c");
    waiters.leave("c");
    waiters.decided(verdict("c"));
    assertThat(waiters.of("c")).isNotCompleted();
  }

  private static Verdict verdict(String claim) {
    return new Verdict(
        claim, claim, "r", true, 200, 1, "01", "received", "2.0", List.of(), Instant.EPOCH);
  }
}
