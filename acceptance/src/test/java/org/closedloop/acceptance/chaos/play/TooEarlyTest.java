package org.closedloop.acceptance.chaos.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.state.Transition;
import org.junit.jupiter.api.Test;

/** The harness knows which of the things said too early the hub must refuse. */
class TooEarlyTest {

  @Test
  void shouldKnowWhatNoRowAllows() {
    assertThat(allowedBefore(Story.PLAIN, "09", "02")).isFalse();
    assertThat(allowedBefore(Story.CANCELLED, "07", "01")).isFalse();
    assertThat(allowedBefore(Story.SCHEDULED, "06", "02")).isFalse();
  }

  @Test
  void shouldKnowWhatAnotherRowAllows() {
    assertThat(allowedBefore(Story.SCHEDULED, "16", "06")).isTrue();
    assertThat(allowedBefore(Story.NO_SHOW, "18", "12")).isTrue();
    assertThat(allowedBefore(Story.INTERIM, "30", "08")).isTrue();
  }

  private static boolean allowedBefore(Story story, String later, String now) {
    return TooEarly.allowed(row(story, later), row(story, now));
  }

  private static Transition row(Story story, String tid) {
    return story.rows().stream().filter(row -> row.tid().equals(tid)).findFirst().orElseThrow();
  }
}
