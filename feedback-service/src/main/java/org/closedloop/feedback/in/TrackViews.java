package org.closedloop.feedback.in;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.core.track.Lateness;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.StageTimes;
import org.closedloop.feedback.out.EventFacts;
import org.closedloop.feedback.out.OverdueView;
import org.closedloop.feedback.out.TrackQueries.Found;

/** Shows referrals to the hospital that sent them. */
@ApplicationScoped
class TrackViews {

  private final Directory directory;

  TrackViews(Directory directory) {
    this.directory = directory;
  }

  ReferralLine line(Found found) {
    Referral referral = found.referral();
    StageTimes times = referral.times();
    String program = referral.submission().program();
    return new ReferralLine(
        referral.id(),
        referral.submission().service().value(),
        referral.submission().task() == null ? null : referral.submission().task().value(),
        referral.submission().useCase(),
        program,
        directory.find(program).map(Party::name).orElse(null),
        referral.state().status().code(),
        referral.state().businessStatus().code(),
        referral.delivery().name().toLowerCase(Locale.ROOT),
        referral.sequence(),
        referral.feedbackBundleId(),
        times.acceptedAt(),
        times.deliveredAt(),
        times.respondedAt(),
        times.closedAt(),
        referral.lastModified(),
        found.late().stream().map(TrackViews::lateness).toList());
  }

  Journey journey(Found found, List<EventFacts> history) {
    return new Journey(
        line(found),
        found.referral().statusReason(),
        history.stream().map(facts -> step(facts.decision())).toList());
  }

  private static Lateness lateness(OverdueView view) {
    return new Lateness(view.stage(), view.turn(), view.dueAt());
  }

  private static JourneyStep step(Decision decision) {
    Claim claim = decision.claim();
    return new JourneyStep(
        decision.sequence(),
        decision.decidedAt(),
        claim.kind(),
        decision.actor().word(),
        decision.accepted(),
        decision.trigger() == null ? null : decision.trigger().word(),
        decision.to().status().code(),
        decision.to().businessStatus() == null ? null : decision.to().businessStatus().code(),
        decision.accepted() ? reason(claim) : null,
        decision.feedbackBundleId(),
        claim.attempt(),
        decision.findings());
  }

  /** What was refused took no effect, so its words are not passed on. */
  private static String reason(Claim claim) {
    return claim.report() == null ? claim.reason() : claim.report().statusReason();
  }
}
