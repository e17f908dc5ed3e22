package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.closedloop.core.claim.Decision;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.StageReached;

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
  private final StageTraces traces;

  StageMeters(MeterRegistry registry, StageTraces traces) {
    this.registry = registry;
    this.traces = traces;
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
    String useCase = after.submission().useCase();
    List<StageReached> stages = StageReached.by(decision, after.times());
    stages.forEach(stage -> took(stage, useCase));
    traces.tell(after, stages);
    if (StageReached.ends(decision)) {
      registry
          .counter("hub.closed", "use_case", useCase, "status", decision.to().status().code())
          .increment();
    }
  }

  private void took(StageReached stage, String useCase) {
    Timer.builder("hub.stage")
        .description("How long a referral took to reach a stage from the one before")
        .tags("stage", stage.stage(), "use_case", useCase)
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(stage.took());
  }
}
