package org.closedloop.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Times are made up: a beat of 20 ns. */
class BeatTest {

  private static final long BEAT = 20;

  private final Beat beat = new Beat(BEAT);

  @Test
  void shouldLetAFewComeAtOnceAndThenAskForRest() {
    for (int i = 0; i < 4; i++) {
      assertThat(beat.tooSoon(1000)).as("poll %d", i).isFalse();
    }
    assertThat(beat.tooSoon(1000)).isTrue();
  }

  @Test
  void shouldNeverAskForRestWhereOneComesABeat() {
    for (int i = 0; i < 100; i++) {
      assertThat(beat.tooSoon(1000 + i * BEAT)).as("poll %d", i).isFalse();
    }
  }

  @Test
  void shouldAskOnceUntilTheRestIsOver() {
    exhaust(1000);
    assertThat(beat.tooSoon(1001)).isFalse();

    beat.over();
    assertThat(beat.tooSoon(1001)).isTrue();
  }

  @Test
  void shouldLetThemComeAgainAfterAQuietTime() {
    exhaust(1000);
    beat.over();

    assertThat(beat.tooSoon(1000 + 10 * BEAT)).isFalse();
  }

  @Test
  void shouldTakeAnyTimeAsItsFirst() {
    assertThat(beat.tooSoon(Long.MIN_VALUE + 5)).isFalse();
    assertThat(new Beat(BEAT).tooSoon(Long.MAX_VALUE - 5)).isFalse();
  }

  private void exhaust(long now) {
    for (int i = 0; i < 5; i++) {
      beat.tooSoon(now);
    }
  }
}
