package org.closedloop.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final Instant AT = Instant.parse("2026-08-17T18:20:00Z");

  @Test
  void saysMomentsInUtc() {
    assertThat(Times.moment(AT)).isEqualTo("17 Aug 2026, 18:20 UTC");
    assertThat(Times.moment(null)).isNull();
  }

  @Test
  void keepsTheDayOfWhereItWasWritten() {
    assertThat(Times.day("2026-08-17")).isEqualTo("17 Aug 2026");
    assertThat(Times.day("2026-08-17T23:30:00-06:00")).isEqualTo("17 Aug 2026");
    assertThat(Times.day("2026-08")).isEqualTo("2026-08");
    assertThat(Times.day("2026-13-99")).isEqualTo("2026-13-99");
    assertThat(Times.day(null)).isNull();
  }

  @Test
  void saysSpansInTheLargestUnit() {
    assertThat(Times.span(AT, AT.plusSeconds(59))).isEqualTo("under a minute");
    assertThat(Times.span(AT, AT.plusSeconds(60))).isEqualTo("1 minute");
    assertThat(Times.span(AT, AT.plusSeconds(7_200))).isEqualTo("2 hours");
    assertThat(Times.span(AT, AT.plusSeconds(86_400 * 40))).isEqualTo("40 days");
  }
}
