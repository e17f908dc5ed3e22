package org.closedloop.feedback.core;

import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.StatusEvent;
import org.closedloop.core.outcome.Finding;

/** What dashboards see of a decision: ids, codes, times. */
public final class StatusEvents {

  private StatusEvents() {}

  /**
   * What is told.
   *
   * @param after the referral after the decision
   */
  public static StatusEvent of(Decision decision, Referral after) {
    StageTimes times = after.times();
    return new StatusEvent(
        after.id(),
        decision.sequence(),
        after.submission().useCase(),
        after.submission().initiator(),
        after.submission().program(),
        decision.claim().kind(),
        decision.accepted(),
        decision.actor().word(),
        decision.tid(),
        decision.trigger() == null ? null : decision.trigger().word(),
        decision.from().toString(),
        decision.to().toString(),
        decision.delivery(),
        decision.findings().stream().map(Finding::ruleId).distinct().toList(),
        times.acceptedAt(),
        times.recordedAt(),
        times.routedAt(),
        times.deliveredAt(),
        times.respondedAt(),
        times.closedAt(),
        decision.decidedAt());
  }
}
