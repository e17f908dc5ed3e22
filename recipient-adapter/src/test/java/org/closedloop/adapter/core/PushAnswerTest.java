package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushAnswerTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 409})
  void shouldCountAsHandedOver(int status) {
    assertThat(PushAnswer.classify(status)).isEqualTo(new AttemptResult.HandedOver());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 413, 415, 422})
  void shouldCountAsRefused(int status) {
    assertThat(PushAnswer.classify(status)).isEqualTo(new AttemptResult.Refused("http-" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 408, 425, 429, 500, 502, 503, 504})
  void shouldBeTriedAgain(int status) {
    assertThat(PushAnswer.classify(status))
        .isEqualTo(new AttemptResult.NotTaken("http-" + status, false));
  }
}
