package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.Nodes;

/** The MessageHeader has an id: every answer names the message by it. The guide leaves it open. */
final class HeaderId implements Rule {

  @Override
  public String id() {
    return "header-id";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .header()
        .filter(header -> Nodes.text(header.resource(), "id") == null)
        .ifPresent(
            header ->
                report.missing(
                    header.path("id"),
                    "Every answer names the message by MessageHeader.id; add it."));
  }
}
