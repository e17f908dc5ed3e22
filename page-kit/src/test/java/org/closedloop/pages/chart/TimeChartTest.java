package org.closedloop.pages.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.closedloop.pages.chart.TimeChart.Series;
import org.junit.jupiter.api.Test;

class TimeChartTest {

  @Test
  void theHighestValueIsWithinAndAGapStaysOne() {
    TimeChart chart =
        TimeChart.of(
            "Delivered",
            "ms",
            List.of(new Series("p50", Arrays.asList(10.0, 40.0, null, 5.0))),
            "10:00",
            "11:00");

    assertThat(chart.ticks())
        .extracting(TimeChart.Tick::text)
        .containsExactly("0 ms", "25 ms", "50 ms");
    assertThat(chart.lines().get(0).points()).hasSize(2);
    assertThat(chart.lines().get(0).points().get(0)).startsWith("46.0,");
    assertThat(chart.summary()).isEqualTo("Delivered from 10:00 to 11:00. p50 last 5 ms.");
  }

  @Test
  void nothingIsAFlatChart() {
    TimeChart chart =
        TimeChart.of("Closed", "", List.of(new Series("all", List.of(0.0, 0.0))), "a", "b");

    assertThat(chart.ticks()).extracting(TimeChart.Tick::text).containsExactly("0", "0.500", "1");
    assertThat(TimeChart.nice(7)).isEqualTo(10);
    assertThat(TimeChart.nice(0.03)).isEqualTo(0.05);
  }
}
