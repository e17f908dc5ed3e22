package org.closedloop.gateway.core.arrival;

import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.ReportMapping;
import org.closedloop.core.state.ReportMapping.Meaning;
import org.closedloop.core.state.Trigger;

/**
 * What a Task says when an initiator sends it: it opens a referral or asks for its cancellation,
 * every other step is the recipient's (docs/guide-decisions.md GD-08, GD-10).
 */
public sealed interface Saying {

  /** Row 01: requested or received, with 2.0 or no business status. */
  record Referral() implements Saying {}

  /** In-progress with 5.2. */
  record CancellationRequest() implements Saying {}

  /** Nothing an initiator may say; status 422. */
  record NotForInitiators(Refusal refusal) implements Saying {}

  /** What a message says. */
  static Saying of(MessageFacts facts) {
    return of(facts.taskStatus(), facts.businessStatus());
  }

  /**
   * What a Task says.
   *
   * @param taskStatus Task.status code, or null
   * @param businessStatus business status code, or null
   */
  static Saying of(String taskStatus, String businessStatus) {
    return switch (ReportMapping.map(taskStatus, businessStatus, false, ReferralState.NONE)) {
      case Meaning.Known known -> of(known.reported().trigger());
      case Meaning.Unknown unknown -> no(unknown.reason());
    };
  }

  private static Saying of(Trigger trigger) {
    return switch (trigger) {
      case SEND_REFERRAL_PACKAGE -> new Referral();
      case SEND_CANCELLATION_REQUEST -> new CancellationRequest();
      default ->
          no(
              Finding.error(
                  "state-actor",
                  "Task.status",
                  "An initiator opens a referral (requested, 2.0) or asks for its cancellation"
                      + " (in-progress, 5.2); any other status is the recipient's to report."));
    };
  }

  private static Saying no(Finding reason) {
    return new NotForInitiators(Refusal.of(422, reason));
  }
}
