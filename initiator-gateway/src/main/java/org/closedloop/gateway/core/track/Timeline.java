package org.closedloop.gateway.core.track;

import java.util.List;
import java.util.stream.Collectors;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.pages.view.Times;

/** What happened to a referral, in plain words. */
final class Timeline {

  private final String program;

  private Timeline(String program) {
    this.program = program;
  }

  /** All of it, the latest first. */
  static List<TimelineEntry> of(Journey journey) {
    Timeline words = new Timeline(Turns.program(journey.referral()));
    return journey.steps().reversed().stream().map(words::entry).toList();
  }

  private TimelineEntry entry(JourneyStep step) {
    return new TimelineEntry(
        step.accepted() ? accepted(step) : refused(step),
        step.accepted() ? more(step) : why(step),
        Times.moment(step.at()),
        step.at().toString(),
        !step.accepted(),
        step.accepted() ? step.documentId() : null);
  }

  private String accepted(JourneyStep step) {
    return switch (step.kind()) {
      case SUBMISSION -> "You sent the referral.";
      case ROUTED -> "It is on its way to " + program + ".";
      case DELIVERED -> program + " has the referral.";
      case ATTEMPT -> "It could not be delivered to " + program + ".";
      case REPLAY -> "The hub's operators had the delivery tried again.";
      case DISCARD -> "The hub's operators gave the delivery up.";
      case UNDELIVERABLE -> "The hub declined the referral: it cannot be delivered.";
      case WITHDRAWN -> "The hub cancelled the referral before it was delivered.";
      case CONSENT_REVOKED -> "The patient's consent was revoked.";
      case REVOCATION -> "A consent was revoked.";
      case REPORT -> reported(step);
    };
  }

  private String reported(JourneyStep step) {
    String who = "hub".equals(step.actor()) ? "The hub" : program;
    return switch (step.trigger() == null ? "" : step.trigger()) {
      case "send-acceptance" -> who + " accepted the referral.";
      case "send-decline" -> who + " declined the referral.";
      case "send-schedule-visit-information" ->
          "5.1".equals(step.businessStatus()) ? who + " has begun." : who + " scheduled a visit.";
      case "send-rescheduled-visit-information" -> who + " moved the visit.";
      case "send-no-show-information" -> "The patient did not come to the visit.";
      case "send-appointment-cancel" -> who + " cancelled the visit.";
      case "send-interim-consultation-note" -> who + " sent an interim note.";
      case "send-referral-outcome" -> who + " sent the outcome: the loop is closed.";
      case "send-cancellation-request" -> "You asked for cancellation.";
      case "send-cancellation-confirmation" -> who + " confirmed the cancellation.";
      default -> who + " reported on the referral.";
    };
  }

  private String refused(JourneyStep step) {
    return "initiator".equals(step.actor())
        ? "What you sent did not fit and changed nothing."
        : "recipient".equals(step.actor())
            ? "What " + program + " sent did not fit and changed nothing."
            : "Something did not fit and changed nothing.";
  }

  private static String more(JourneyStep step) {
    return step.attempt() == null ? step.reason() : attempt(step.attempt());
  }

  private static String attempt(Attempt attempt) {
    return attempt.parked()
        ? "Attempt " + attempt.number() + ". The hub stopped trying; its operators look at it."
        : "Attempt " + attempt.number() + ". Next one at " + Times.moment(attempt.nextAt()) + ".";
  }

  private static String why(JourneyStep step) {
    return step.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::text)
        .collect(Collectors.joining(" "));
  }
}
