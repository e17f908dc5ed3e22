package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuMeterTest {

  @Test
  void countsUserAndSystemTimeWithChildrenGoneWhateverTheName() {
    String line = "42 (a) odd (name)) S 1 42 42 0 -1 4194560 9 9 9 9 10 20 3 4 20 0 12 0 77 1 1";

    assertThat(CpuMeter.parse(line)).isEqualTo(370);
  }

  @Test
  void sharesWhatWasUsedBetweenTwoReadings() {
    Map<String, Double> shares =
        CpuMeter.perLoop(Map.of("gateway", 100L), Map.of("gateway", 400L, "new", 50L), 10);

    assertThat(shares).containsEntry("gateway", 30.0).containsEntry("new", 5.0);
  }
}
