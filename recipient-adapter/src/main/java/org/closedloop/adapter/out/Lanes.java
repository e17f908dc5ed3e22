package org.closedloop.adapter.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.core.retry.CircuitBreaker;
import org.closedloop.core.retry.RetryPolicy;

/** The lane of each program, of this instance alone. */
@ApplicationScoped
class Lanes {

  private final Map<String, ProgramLane> lanes = new ConcurrentHashMap<>();
  private final Patiences patiences;
  private final AdapterConfig config;

  Lanes(Patiences patiences, AdapterConfig config) {
    this.patiences = patiences;
    this.config = config;
  }

  /** The lane of a program. */
  ProgramLane of(String program) {
    return lanes.computeIfAbsent(program, this::open);
  }

  private ProgramLane open(String program) {
    RetryPolicy policy = patiences.of(program);
    Duration longest = policy.longestPause();
    if (longest.compareTo(config.longestSpared()) > 0) {
      longest = config.longestSpared();
    }
    return new ProgramLane(
        config.placesPerProgram(),
        new CircuitBreaker(config.spareAfter(), policy.firstPause(), longest));
  }

  /** The time by which lanes are kept: it only goes on, whatever is done to the machine's clock. */
  static Instant time() {
    return Instant.EPOCH.plusNanos(System.nanoTime());
  }
}
