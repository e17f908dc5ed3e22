package org.closedloop.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void shouldDoubleThePauseUpToTheLongest() {
    RetryPolicy policy = RetryPolicy.DEFAULT;

    assertThat(Backoff.after(policy, 1, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.after(policy, 4, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Backoff.after(policy, 60, 0)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void shouldSpreadThePauseByChance() {
    assertThat(Backoff.after(RetryPolicy.DEFAULT, 3, 1)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldWaitAsLongAsThePartyAsksButNotForEver() {
    RetryPolicy policy = RetryPolicy.DEFAULT;

    assertThat(Backoff.after(policy, 1, 0, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(Backoff.after(policy, 5, 0, Duration.ofSeconds(1)))
        .isEqualTo(Duration.ofSeconds(16));
    assertThat(Backoff.after(policy, 1, 0, Duration.ofDays(400))).isEqualTo(Duration.ofDays(1));
    assertThat(Backoff.after(policy, 1, 0, null)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "0, 0", "'Sun, 01 Mar 2026 12:01:30 GMT', 90", "' 7 ', 7"})
  void shouldReadSecondsAndDates(String header, long seconds) {
    assertThat(RetryAfter.of(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void shouldTakeADateInThePastForNow() {
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999", "1.5"})
  void shouldSayNothingWhenTheHeaderSaysNothing(String header) {
    assertThat(RetryAfter.of(header, NOW)).isNull();
    assertThat(RetryAfter.of(null, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 409})
  void shouldCountAsTaken(int status) {
    assertThat(PushAnswer.of(status, null)).isEqualTo(new PushAnswer.Taken());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 408, 425, 429, 500, 503, 504})
  void shouldTryAgain(int status) {
    Duration asked = Duration.ofSeconds(3);
    assertThat(PushAnswer.of(status, asked))
        .isEqualTo(new PushAnswer.Later("http-" + status, asked));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 413, 415, 422})
  void shouldNeverTryAgain(int status) {
    assertThat(PushAnswer.of(status, null)).isEqualTo(new PushAnswer.Never("http-" + status));
  }

  @Test
  void shouldSpareAPartyThatFailsUntilAProbeGetsThrough() {
    CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(1), Duration.ofSeconds(3));
    breaker.failed(NOW);
    assertThat(breaker.permits(8, NOW)).isEqualTo(8);
    breaker.failed(NOW);

    assertThat(breaker.permits(8, NOW.plusMillis(999))).isZero();
    assertThat(breaker.permits(8, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(breaker.permits(8, NOW.plusSeconds(1))).isZero();
    breaker.failed(NOW.plusSeconds(1));
    assertThat(breaker.permits(8, NOW.plusMillis(2999))).isZero();
    assertThat(breaker.permits(8, NOW.plusSeconds(3))).isEqualTo(1);
    breaker.unused();
    assertThat(breaker.permits(8, NOW.plusSeconds(3))).isEqualTo(1);
    breaker.succeeded();
    assertThat(breaker.permits(8, NOW.plusSeconds(3))).isEqualTo(8);
    assertThat(breaker.open()).isFalse();
  }
}
