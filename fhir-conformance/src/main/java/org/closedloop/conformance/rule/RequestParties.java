package org.closedloop.conformance.rule;

import java.util.Optional;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/** Requester and performer of the ServiceRequest are initiator and recipient of the Task. */
final class RequestParties implements Rule {

  @Override
  public String id() {
    return "request-parties";
  }

  @Override
  public void check(Message message, Report report) {
    Optional<Entry> request = message.view().serviceRequest();
    Optional<Entry> task = message.view().task();
    if (request.isEmpty() || task.isEmpty()) {
      return;
    }
    Parties parties = new Parties(message);
    if (parties.differ(
        Nodes.at(request.get().resource(), "requester"),
        Nodes.at(task.get().resource(), "requester"))) {
      report.error(
          request.get().path("requester"),
          "ServiceRequest.requester is not Task.requester; correct one of them.");
    }
    if (parties.differ(
        Nodes.at(request.get().resource(), "performer"),
        Nodes.at(task.get().resource(), "owner"))) {
      report.error(
          request.get().path("performer[0]"),
          "ServiceRequest.performer is not Task.owner; correct one of them.");
    }
  }
}
