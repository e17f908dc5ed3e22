package org.closedloop.feedback.in;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.outcome.Finding;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.StageTimes;
import org.closedloop.feedback.out.CallbackView;
import org.closedloop.feedback.out.EventFacts;
import org.closedloop.feedback.out.OverdueView;

/**
 * A referral as operators see it: ids, codes and times; no PHI, no party's numbers.
 *
 * @param overdue at what it is late, and whose turn it is
 * @param callbacks what the initiator is or was to be told by push, or by topic after it failed
 * @param history all that was decided, in sequence, refusals included
 */
record OpsReferral(
    String id,
    String initiator,
    String program,
    String useCase,
    String status,
    String businessStatus,
    String delivery,
    long sequence,
    String feedbackBundleId,
    StageTimes times,
    Instant lastModified,
    List<OverdueView> overdue,
    List<CallbackView> callbacks,
    List<Event> history) {

  /**
   * One decision.
   *
   * @param kind what was claimed
   * @param trigger word of the trigger, null when there was none or it is unknown
   * @param from state before, for instance {@code accepted/3.0}
   * @param ruleIds why it was refused
   */
  record Event(
      long sequence,
      String kind,
      String actor,
      String party,
      boolean accepted,
      String tid,
      String trigger,
      String from,
      String to,
      List<String> ruleIds,
      Instant decidedAt) {

    private static Event of(EventFacts facts) {
      Decision decision = facts.decision();
      return new Event(
          decision.sequence(),
          decision.claim().kind().name(),
          decision.actor().word(),
          decision.claim().party(),
          decision.accepted(),
          decision.tid(),
          decision.trigger() == null ? null : decision.trigger().word(),
          decision.from().toString(),
          decision.to().toString(),
          decision.findings().stream().map(Finding::ruleId).distinct().toList(),
          decision.decidedAt());
    }
  }

  static OpsReferral of(
      Referral referral,
      List<OverdueView> overdue,
      List<CallbackView> callbacks,
      List<EventFacts> history) {
    return new OpsReferral(
        referral.id(),
        referral.submission().initiator(),
        referral.submission().program(),
        referral.submission().useCase(),
        referral.state().status().code(),
        referral.state().businessStatus().code(),
        referral.delivery().name(),
        referral.sequence(),
        referral.feedbackBundleId(),
        referral.times(),
        referral.lastModified(),
        overdue,
        callbacks,
        history.stream().map(Event::of).toList());
  }
}
