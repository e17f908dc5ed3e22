package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a transaction is asked whether it still has its lock. */
class LockHoldTest {

  private final AtomicLong nanoTime = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private Uni<Integer> answer = Uni.createFrom().item(1);
  private final LockHold hold =
      new LockHold(
          () -> {
            asked.incrementAndGet();
            return answer;
          },
          nanoTime::get);

  @Test
  void shouldTrustWhatWasShownAMomentAgo() {
    pass(Duration.ofMillis(1900));

    confirm();

    assertThat(asked).hasValue(0);
  }

  @Test
  void shouldAskAfterAStandstill() {
    pass(Duration.ofMinutes(10));

    confirm();
    confirm();

    assertThat(asked).hasValue(1);
  }

  @Test
  void shouldFailWhenTheTransactionIsGone() {
    pass(Duration.ofMinutes(10));
    answer = Uni.createFrom().failure(new IllegalStateException("closed"));

    assertThatThrownBy(this::confirm).hasMessage("closed");
  }

  /** An answer that lay in the socket while the process stood still shows nothing. */
  @Test
  void shouldNotTrustAnAnswerThatIsOld() {
    hold.shownBy(
            () -> {
              pass(Duration.ofMinutes(10));
              return Uni.createFrom().item("row");
            })
        .await()
        .indefinitely();

    confirm();

    assertThat(asked).hasValue(1);
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private void confirm() {
    hold.confirm().await().indefinitely();
  }
}
