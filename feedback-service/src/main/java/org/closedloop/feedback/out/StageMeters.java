package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.StageTimes;

/**
 * How long each stage took, at the moment a referral reaches it: {@code hub_stage_seconds} by stage
 * and use case, and {@code hub_closed_total} by use case and how it ended. Counted by the instance
 * that decides, so over instances they are to be summed.
 */
@ApplicationScoped
public class StageMeters {

  /** From what machines take to what people take. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5),
    Duration.ofHours(1),
    Duration.ofDays(1),
    Duration.ofDays(7),
    Duration.ofDays(30),
    Duration.ofDays(365),
  };

  private final MeterRegistry registry;

  StageMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notes what a ruling brought; a repeated or refused claim brings nothing. */
  public void note(Ruling ruling) {
    if (ruling instanceof Ruling.Decided decided
        && decided.decision().accepted()
        && decided.after() != null) {
      note(decided.decision(), decided.after());
    }
  }

  private void note(Decision decision, Referral after) {
    StageTimes times = after.times();
    String useCase = after.submission().useCase();
    switch (decision.claim().kind()) {
      case SUBMISSION -> took("recorded", useCase, times.acceptedAt(), times.recordedAt());
      case ROUTED -> took("routed", useCase, times.recordedAt(), times.routedAt());
      case DELIVERED -> {
        took("delivered", useCase, times.routedAt(), times.deliveredAt());
        took("accepted-to-delivered", useCase, times.acceptedAt(), times.deliveredAt());
      }
      default -> {
        if (decision.actor() == Actor.RECIPIENT
            && decision.from().status() == TaskStatus.RECEIVED) {
          took("responded", useCase, times.deliveredAt(), times.respondedAt());
        }
      }
    }
    if (decision.to().terminal() && !decision.from().terminal()) {
      took("closed", useCase, times.acceptedAt(), times.closedAt());
      registry
          .counter("hub.closed", "use_case", useCase, "status", decision.to().status().code())
          .increment();
    }
  }

  /** What was known too late to have been waited for took no time. */
  private void took(String stage, String useCase, Instant from, Instant to) {
    if (from != null && to != null) {
      Duration span = Duration.between(from, to);
      Timer.builder("hub.stage")
          .description("How long a referral took to reach a stage from the one before")
          .tags("stage", stage, "use_case", useCase)
          .serviceLevelObjectives(BOUNDS)
          .register(registry)
          .record(span.isNegative() ? Duration.ZERO : span);
    }
  }
}
