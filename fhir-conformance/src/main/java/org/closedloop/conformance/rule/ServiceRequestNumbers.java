package org.closedloop.conformance.rule;

import java.util.List;
import org.closedloop.core.fhir.Fhir;

/** The ServiceRequest has the initiator's number, once, and at most one of the recipient's. */
final class ServiceRequestNumbers implements Rule {

  @Override
  public String id() {
    return "service-request-numbers";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .serviceRequest()
        .ifPresent(
            request -> {
              Numbers numbers = new Numbers(request, report);
              numbers.check(Fhir.PLACER, 1, List.of("value"));
              numbers.check(Fhir.FILLER, 0, List.of("value"));
            });
  }
}
