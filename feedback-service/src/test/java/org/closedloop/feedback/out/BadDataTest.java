package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no retry will mend, told from what only has to be waited out. */
class BadDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22001", "23502", "23514"})
  void shouldBeBad(String state) {
    assertThat(BadData.is(failure(state))).isTrue();
  }

  /** Disk full, shutting down, lost connection, duplicate, deadlock, too many connections. */
  @ParameterizedTest
  @ValueSource(strings = {"53100", "57P01", "08006", "23505", "40P01", "53300"})
  void shouldBeWaitedOut(String state) {
    assertThat(BadData.is(failure(state))).isFalse();
  }

  private static Throwable failure(String state) {
    return new IllegalStateException(new PgException("failed", "ERROR", state, null));
  }
}
