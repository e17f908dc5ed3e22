package org.closedloop.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.closedloop.acceptance.chaos.scenario.Scenario;
import org.closedloop.acceptance.hub.Hub;
import org.junit.jupiter.api.Test;

/** The short set of faults: nothing lost, nothing twice, everything in order. */
class ChaosIT {

  private static final Path SCENARIO = Path.of("src", "test", "resources", "chaos", "short.yaml");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Hub hub = Hub.shared();

  @Test
  void shouldKeepEveryPromiseWhileThingsBreak() throws InterruptedException {
    Scenario scenario = Scenario.read(SCENARIO);
    ChaosRun.Outcome outcome =
        new ChaosRun(hub.tested(), scenario, System.out::println, PATIENCE).play();
    assertThat(outcome.ledger().dirt()).isEmpty();
    assertThat(outcome.result().closed()).isEqualTo(scenario.load().referrals());
    assertThat(outcome.result().faults()).hasSameSizeAs(scenario.faults());
  }
}
