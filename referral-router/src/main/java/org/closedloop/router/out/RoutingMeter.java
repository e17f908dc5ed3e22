package org.closedloop.router.out;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * What operators see of routing: {@code hub.routing} is the time from decision to topic by use
 * case, {@code hub.routing.undeliverable} counts by reason. Code words only.
 */
@ApplicationScoped
public class RoutingMeter {

  private final MeterRegistry registry;

  RoutingMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  void routed(String useCase, Instant decidedAt, Instant now) {
    Duration taken = Duration.between(decidedAt, now);
    registry.timer("hub.routing", "use_case", useCase).record(taken);
  }

  void undeliverable(String reason) {
    registry.counter("hub.routing.undeliverable", "reason", reason).increment();
  }
}
