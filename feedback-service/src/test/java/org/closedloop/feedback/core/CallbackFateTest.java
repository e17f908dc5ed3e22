package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.retry.RetryPolicy;
import org.junit.jupiter.api.Test;

/** What becomes of a callback after an attempt. */
class CallbackFateTest {

  private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(
          Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1));

  @Test
  void shouldBeDoneWhenTaken() {
    assertThat(CallbackFate.of(new PushAnswer.Taken(), trial(1, Duration.ZERO)))
        .isEqualTo(new CallbackFate.Done());
  }

  @Test
  void shouldParkAtOnceWhatIsNeverTaken() {
    assertThat(CallbackFate.of(new PushAnswer.Never("http-422"), trial(1, Duration.ZERO)))
        .isEqualTo(new CallbackFate.Parked("http-422", "http-422"));
  }

  @Test
  void shouldTryAgainAfterGrowingPauses() {
    assertThat(CallbackFate.of(later(null), trial(1, Duration.ZERO)))
        .isEqualTo(new CallbackFate.Again("http-503", Duration.ofSeconds(1)));
    assertThat(CallbackFate.of(later(null), trial(5, Duration.ofMinutes(1))))
        .isEqualTo(new CallbackFate.Again("http-503", Duration.ofSeconds(16)));
  }

  @Test
  void shouldWaitAsLongAsAsked() {
    assertThat(CallbackFate.of(later(Duration.ofMinutes(7)), trial(1, Duration.ZERO)))
        .isEqualTo(new CallbackFate.Again("http-503", Duration.ofMinutes(7)));
  }

  @Test
  void shouldParkWhenTheNextTryWouldBeTooLate() {
    Duration almost = Duration.ofHours(23).plusMinutes(30);

    assertThat(CallbackFate.of(later(null), trial(20, Duration.ofHours(23))))
        .isEqualTo(new CallbackFate.Again("http-503", Duration.ofHours(1)));
    assertThat(CallbackFate.of(later(null), trial(20, almost)))
        .isEqualTo(new CallbackFate.Parked("gave-up", "http-503"));
  }

  private static PushAnswer later(Duration asked) {
    return new PushAnswer.Later("http-503", asked);
  }

  private static Trial trial(int tries, Duration after) {
    return new Trial(POLICY, tries, FIRST, FIRST.plus(after), 0);
  }
}
