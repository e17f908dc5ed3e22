package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.Nodes;

/** The organisations behind sender and receiver have an NPI: by it the hub knows parties. */
final class PartyNumber implements Rule {

  @Override
  public String id() {
    return "party-npi";
  }

  @Override
  public void check(Message message, Report report) {
    message
        .view()
        .header()
        .ifPresent(
            header -> {
              check(
                  message,
                  header,
                  Nodes.at(header.resource(), "sender"),
                  message.facts().senderNpi(),
                  "sender",
                  report);
              check(
                  message,
                  header,
                  Nodes.at(header.resource(), "destination", "receiver"),
                  message.facts().receiverNpi(),
                  "destination[0].receiver",
                  report);
            });
  }

  private static void check(
      Message message, Entry header, JsonNode role, String npi, String element, Report report) {
    if (npi == null && message.target(role, "PractitionerRole").isPresent()) {
      report.missing(
          header.path(element),
          "The PractitionerRole here has no organization in the message, or that has no NPI"
              + " (identifier of system "
              + Fhir.NPI
              + "); add it. By it the hub knows the parties.");
    }
  }
}
