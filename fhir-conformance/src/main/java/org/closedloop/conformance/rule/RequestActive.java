package org.closedloop.conformance.rule;

import java.util.Set;
import org.closedloop.core.fhir.Nodes;

/** A referral is not made from a ServiceRequest that has ended or was entered in error. */
final class RequestActive implements Rule {

  private static final Set<String> ENDED = Set.of("revoked", "completed", "entered-in-error");

  @Override
  public String id() {
    return "request-active";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.isReferral()) {
      message
          .view()
          .serviceRequest()
          .filter(request -> ENDED.contains(Nodes.text(request.resource(), "status")))
          .ifPresent(
              request ->
                  report.error(
                      request.path("status"),
                      "The ServiceRequest has ended; refer with one that is active."));
    }
  }
}
