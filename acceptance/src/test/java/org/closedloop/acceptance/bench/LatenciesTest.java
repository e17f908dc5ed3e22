package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void percentilesInMilliseconds() {
    for (int millis = 1; millis <= 100; millis++) {
      latencies.note(Measured.WHOLE_LOOP, millis * 1000L);
    }

    Latencies.Percentiles figures = latencies.of(Measured.WHOLE_LOOP);

    assertThat(figures.count()).isEqualTo(100);
    assertThat(figures.p50Ms()).isCloseTo(50, within(0.1));
    assertThat(figures.p95Ms()).isCloseTo(95, within(0.1));
    assertThat(figures.p99Ms()).isCloseTo(99, within(0.1));
    assertThat(figures.maxMs()).isCloseTo(100, within(0.1));
  }

  @Test
  void whatIsNegativeCountsAsNothingAndOthersStayEmpty() {
    latencies.note(Measured.ACCEPT_TO_DELIVERED, -5);

    assertThat(latencies.of(Measured.ACCEPT_TO_DELIVERED).maxMs()).isZero();
    assertThat(latencies.of(Measured.ACCEPT_TO_DELIVERED).count()).isEqualTo(1);
    assertThat(latencies.of(Measured.WHOLE_LOOP).count()).isZero();
  }
}
