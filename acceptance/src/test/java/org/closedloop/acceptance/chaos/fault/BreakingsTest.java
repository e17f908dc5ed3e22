package org.closedloop.acceptance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.acceptance.chaos.scenario.RandomScenario.Breakable;
import org.junit.jupiter.api.Test;

/** What a random run draws from. */
class BreakingsTest {

  private final List<Breakable> all =
      Breakings.all(
          List.of("gateway", "adapter-2"), List.of("kafka", "kafka-2"), List.of("steady-steps"));

  @Test
  void shouldBreakInEveryWay() {
    assertThat(all).extracting(Breakable::kind).contains(FaultKind.values());
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void shouldBreakLinesAndDisksOfTheHubItself() {
    for (String store : List.of("kafka", "kafka-2", "postgresql")) {
      assertThat(all)
          .contains(
              new Breakable(FaultKind.CUT, store),
              new Breakable(FaultKind.SLOW, store),
              new Breakable(FaultKind.DISK_FULL, store));
    }
  }

  @Test
  void shouldSetClocksOfServicesOnly() {
    assertThat(all)
        .filteredOn(one -> one.kind() == FaultKind.CLOCK_AHEAD)
        .extracting(Breakable::target)
        .containsExactly("gateway", "adapter-2");
  }
}
