package org.closedloop.feedback.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.TaskStatus;

/**
 * A referral came to a stage.
 *
 * @param stage its word in metrics and traces
 * @param from when the one before it was reached
 * @param to when it was; never before {@code from}, whatever clocks say
 */
public record StageReached(String stage, Instant from, Instant to) {

  /** From the hub's acceptance to the end. */
  public static final String CLOSED = "closed";

  public StageReached {
    to = to.isBefore(from) ? from : to;
  }

  /** How long it took. */
  public Duration took() {
    return Duration.between(from, to);
  }

  /** The stages an accepted decision brought; those whose beginning is not known are left out. */
  public static List<StageReached> by(Decision decision, StageTimes times) {
    List<StageReached> all = new ArrayList<>();
    switch (decision.claim().kind()) {
      case SUBMISSION -> add(all, "recorded", times.acceptedAt(), times.recordedAt());
      case ROUTED -> add(all, "routed", times.recordedAt(), times.routedAt());
      case DELIVERED -> {
        add(all, "delivered", times.routedAt(), times.deliveredAt());
        add(all, "accepted-to-delivered", times.acceptedAt(), times.deliveredAt());
      }
      default -> {
        if (decision.actor() == Actor.RECIPIENT
            && decision.from().status() == TaskStatus.RECEIVED) {
          add(all, "responded", times.deliveredAt(), times.respondedAt());
        }
      }
    }
    if (ends(decision)) {
      add(all, CLOSED, times.acceptedAt(), times.closedAt());
    }
    return all;
  }

  /** Whether a decision closed its referral. */
  public static boolean ends(Decision decision) {
    return decision.to().terminal() && !decision.from().terminal();
  }

  private static void add(List<StageReached> all, String stage, Instant from, Instant to) {
    if (from != null && to != null) {
      all.add(new StageReached(stage, from, to));
    }
  }
}
