package org.closedloop.adapter.core.portal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.portal.ReferralView.Event;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.pages.view.Times;

/** What happened to a referral, in words for its program. */
final class Events {

  private final String hospital;

  private Events(String hospital) {
    this.hospital = hospital;
  }

  /** What concerns the program, the latest first. */
  static List<Event> of(Journey journey, String hospital) {
    Events words = new Events(hospital);
    return journey.steps().reversed().stream().map(words::event).filter(Objects::nonNull).toList();
  }

  private Event event(JourneyStep step) {
    String text = step.accepted() ? accepted(step) : refused(step);
    return text == null
        ? null
        : new Event(
            Times.moment(step.at()),
            step.at().toString(),
            text,
            step.accepted() ? said(step) : why(step),
            !step.accepted());
  }

  private String accepted(JourneyStep step) {
    return switch (step.kind()) {
      case SUBMISSION -> hospital + " sent the referral.";
      case DELIVERED -> "You have the referral.";
      case ATTEMPT -> "It could not be delivered to your system.";
      case UNDELIVERABLE -> "The hub declined the referral: it could not be delivered.";
      case WITHDRAWN -> "The referral was cancelled before you had it.";
      case CONSENT_REVOKED -> "The patient's consent was revoked.";
      case REPORT -> reported(step);
      case ROUTED, REPLAY, DISCARD, REVOCATION -> null;
    };
  }

  private String reported(JourneyStep step) {
    return switch (step.trigger() == null ? "" : step.trigger()) {
      case "send-acceptance" -> "You accepted the referral.";
      case "send-decline" -> who(step) + " declined the referral.";
      case "send-schedule-visit-information" ->
          "5.1".equals(step.businessStatus()) ? "You have begun." : "You scheduled a visit.";
      case "send-rescheduled-visit-information" -> "You moved the visit.";
      case "send-no-show-information" -> "You reported a no-show.";
      case "send-appointment-cancel" -> "You cancelled the visit.";
      case "send-interim-consultation-note" -> "You sent an interim note.";
      case "send-referral-outcome" -> "You sent the outcome: the loop is closed.";
      case "send-cancellation-request" -> hospital + " asked for cancellation.";
      case "send-cancellation-confirmation" -> who(step) + " confirmed the cancellation.";
      default -> who(step) + " reported on the referral.";
    };
  }

  private static String who(JourneyStep step) {
    return "hub".equals(step.actor()) ? "The hub" : "You";
  }

  private String refused(JourneyStep step) {
    return switch (step.actor()) {
      case "initiator" -> "What " + hospital + " sent did not fit and changed nothing.";
      case "recipient" -> "What you sent did not fit and changed nothing.";
      default -> null;
    };
  }

  private static String said(JourneyStep step) {
    return step.kind() == ClaimKind.REPORT ? step.reason() : null;
  }

  private static String why(JourneyStep step) {
    return step.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::text)
        .collect(Collectors.joining(" "));
  }
}
