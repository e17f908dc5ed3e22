package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer to a push means. */
class CallbackFateTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 409})
  void shouldBeDone(int status) {
    assertThat(CallbackFate.ofStatus(status, 1, 0)).isInstanceOf(CallbackFate.Done.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
  void shouldPark(int status) {
    assertThat(CallbackFate.ofStatus(status, 1, 0))
        .isEqualTo(new CallbackFate.Parked("http-" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 425, 429, 500, 502, 503, 504})
  void shouldTryAgain(int status) {
    assertThat(CallbackFate.ofStatus(status, 1, 0))
        .isEqualTo(new CallbackFate.Again("http-" + status, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @CsvSource({"1,500", "2,1000", "3,2000", "7,32000", "8,60000", "9,60000", "1000,60000"})
  void shouldPauseLonger(int attempts, long ms) {
    assertThat(Backoff.pause(attempts, 0)).isEqualTo(Duration.ofMillis(ms));
    assertThat(Backoff.pause(attempts, 0.999))
        .isBetween(Duration.ofMillis(ms), Duration.ofMillis(ms + ms / 4));
  }

  @Test
  void shouldTryAgainWithoutAnswer() {
    assertThat(CallbackFate.ofFailure("no-answer", 2, 0))
        .isEqualTo(new CallbackFate.Again("no-answer", Duration.ofSeconds(1)));
  }
}
