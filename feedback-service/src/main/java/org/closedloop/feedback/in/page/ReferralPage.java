package org.closedloop.feedback.in.page;

import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.ops.Trace;
import org.closedloop.feedback.out.CallbackView;
import org.closedloop.feedback.out.EventFacts;
import org.closedloop.feedback.out.OverdueView;
import org.closedloop.pages.view.Facts;
import org.closedloop.pages.view.Facts.Fact;
import org.closedloop.pages.view.Times;

/**
 * One referral for operators; no PHI.
 *
 * @param wanted what was looked for
 * @param found whether there is such a referral
 * @param facts ids, codes and times
 * @param trace its way stage by stage
 * @param steps all that was decided, refusals included
 * @param callbacks what the hospital is or was to be told
 * @param late what is late, and whose turn it is
 */
record ReferralPage(
    String wanted,
    boolean found,
    List<Fact> facts,
    Trace trace,
    List<Step> steps,
    List<Told> callbacks,
    List<String> late) {

  /** A decision. */
  record Step(
      long sequence,
      String at,
      String kind,
      String actor,
      boolean accepted,
      String row,
      String from,
      String to,
      String rules) {}

  /** A message for the hospital. */
  record Told(
      long sequence, String channel, String state, int attempts, String error, String next) {}

  static ReferralPage nothing(String wanted) {
    return new ReferralPage(wanted, false, List.of(), null, List.of(), List.of(), List.of());
  }

  static ReferralPage of(
      Referral referral,
      List<EventFacts> history,
      List<CallbackView> callbacks,
      List<OverdueView> late) {
    return new ReferralPage(
        referral.id(),
        true,
        facts(referral),
        Trace.of(referral.times()),
        history.stream().map(ReferralPage::step).toList(),
        callbacks.stream().map(ReferralPage::told).toList(),
        late.stream().map(one -> one.stage() + ", turn of the " + one.turn()).toList());
  }

  private static List<Fact> facts(Referral referral) {
    Facts facts = new Facts();
    facts.add("Initiator", referral.submission().initiator());
    facts.add("Program", referral.submission().program());
    facts.add("Use case", referral.submission().useCase());
    facts.add("State", referral.state().toString());
    facts.add("Delivery", referral.delivery().name().toLowerCase(java.util.Locale.ROOT));
    facts.add("Accepted", Times.moment(referral.times().acceptedAt()));
    facts.add("Last decision", Times.moment(referral.lastModified()));
    return facts.list();
  }

  private static Step step(EventFacts facts) {
    var decision = facts.decision();
    return new Step(
        decision.sequence(),
        Times.moment(decision.decidedAt()),
        decision.claim().kind().name().toLowerCase(java.util.Locale.ROOT),
        decision.actor().word(),
        decision.accepted(),
        decision.tid(),
        decision.from().toString(),
        decision.to().toString(),
        Facts.joined(decision.findings().stream().map(Finding::ruleId).distinct()));
  }

  private static Told told(CallbackView one) {
    return new Told(
        one.sequence(),
        one.channel().toLowerCase(java.util.Locale.ROOT),
        one.state().toLowerCase(java.util.Locale.ROOT),
        one.attempts(),
        one.lastError(),
        Times.moment(one.nextAt()));
  }
}
