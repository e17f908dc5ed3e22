package org.closedloop.conformance.rule;

import org.closedloop.conformance.Direction;
import org.closedloop.core.fhir.MessageFacts;

/**
 * An initiator sends a new referral (requested or received, 2.0 or no code) or asks to cancel
 * (in-progress, 5.2); every other status is the recipient's to give.
 */
final class RequestStatus implements Rule {

  @Override
  public String id() {
    return "request-status";
  }

  @Override
  public void check(Message message, Report report) {
    MessageFacts facts = message.facts();
    if (message.direction() != Direction.REQUEST || facts.taskStatus() == null) {
      return;
    }
    boolean cancellation =
        facts.taskStatus().equals("in-progress") && "5.2".equals(facts.businessStatus());
    if (!message.isReferral() && !cancellation) {
      report.error(
          message.view().task().map(task -> task.path("status")).orElse(""),
          "An initiator sends requested or received with 2.0, or in-progress with 5.2; the"
              + " recipient gives the other statuses.");
    }
  }
}
