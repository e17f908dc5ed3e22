package org.closedloop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service's time is the machine's, unless it is told otherwise. */
class ClockTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "hub.directory", "d",
          "hub.use-cases", "u",
          "hub.issuer-key", "k",
          "hub.internal-key", "secret");

  @Test
  void shouldTakeTheTimeOfTheMachine() {
    assertThat(clock(Map.of())).isEqualTo(Clock.systemUTC());
  }

  @Test
  void shouldBeAheadOrBehindAsTold() {
    assertThat(clock(Map.of("hub.clock.offset", "PT-5M")))
        .isEqualTo(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)));
  }

  private static Clock clock(Map<String, String> settings) {
    HubConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HubConfig.class)
            .withDefaultValues(REQUIRED)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(HubConfig.class);
    return new HubData().clock(config);
  }
}
