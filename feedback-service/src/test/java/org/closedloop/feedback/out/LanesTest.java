package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.kit.testing.TestData;
import org.junit.jupiter.api.Test;

/** One initiator that does not answer takes no places from the others. */
class LanesTest {

  private static final String DEAD = "lakeside-hospital";
  private static final String LIVING = "mesa-clinic";
  private static final PushAnswer NO_ANSWER = new PushAnswer.Later("no-answer", null);

  private final Steps clock = new Steps();
  private final Lanes lanes = new Lanes(TestData.directory(), clock);

  @Test
  void shouldLeavePlacesToOthers() {
    assertThat(lanes.enter(DEAD, 100)).isEqualTo(Lanes.OF_ONE);
    assertThat(lanes.enter(DEAD, 100)).isZero();
    assertThat(lanes.enter(LIVING, 3)).isEqualTo(3);
  }

  @Test
  void shouldBoundAllTogether() {
    int all = 0;
    for (int party = 0; party < 100; party++) {
      all += lanes.enter("party-" + party, 100);
    }
    assertThat(all).isEqualTo(Lanes.OF_ALL);
  }

  @Test
  void shouldProbeOneAtATimeAndOpenAgain() {
    int begun = lanes.enter(DEAD, 100);
    for (int i = 0; i < begun; i++) {
      lanes.over(DEAD, NO_ANSWER);
    }
    assertThat(lanes.enter(DEAD, 100)).isZero();

    clock.pass(Duration.ofMinutes(1));
    assertThat(lanes.enter(DEAD, 100)).isEqualTo(1);
    assertThat(lanes.enter(DEAD, 100)).isZero();

    lanes.unused(DEAD, 1, 0);
    assertThat(lanes.enter(DEAD, 100)).isEqualTo(1);
    lanes.over(DEAD, new PushAnswer.Taken());
    assertThat(lanes.enter(DEAD, 100)).isEqualTo(Lanes.OF_ONE);
  }

  @Test
  void shouldNotSpareAPartyThatRefuses() {
    for (int i = 0; i < 20; i++) {
      assertThat(lanes.enter(DEAD, 1)).isEqualTo(1);
      lanes.over(DEAD, new PushAnswer.Never("http-422"));
    }
  }

  private static final class Steps extends Clock {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
