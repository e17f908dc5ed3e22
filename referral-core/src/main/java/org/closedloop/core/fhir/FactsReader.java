package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.closedloop.core.catalog.Code;

/** Reads the facts of a message; what the message does not say becomes null or empty. */
final class FactsReader {

  private final MessageView view;
  private final Participants participants;
  private final JsonNode header;
  private final JsonNode task;
  private final JsonNode serviceRequest;

  FactsReader(MessageView view) {
    this.view = view;
    this.participants = new Participants(view);
    header = resource(view.header());
    task = resource(view.task());
    serviceRequest = resource(view.serviceRequest());
  }

  /** All but the fingerprint. */
  MessageFacts read() {
    JsonNode response = Nodes.at(header, "response");
    return new MessageFacts(
        Nodes.text(header, "id"),
        bundleIdentifier(),
        Nodes.text(response, "identifier"),
        Nodes.text(response, "code"),
        participants.npi(Nodes.at(header, "sender")),
        participants.npi(Nodes.at(header, "destination", "receiver")),
        participants.npi(Nodes.at(task, "requester")),
        participants.npi(Nodes.at(task, "owner")),
        participants.placer(serviceRequest),
        participants.placer(task),
        Nodes.text(task, "status"),
        Fhir.businessStatus(Nodes.at(task, "businessStatus")),
        Nodes.text(Nodes.at(task, "statusReason"), "text"),
        FeedbackDocument.of(view).isPresent(),
        sections(),
        codes("reasonCode"),
        codes("code"),
        patientKeys(),
        null);
  }

  private static JsonNode resource(java.util.Optional<Entry> entry) {
    return entry.<JsonNode>map(Entry::resource).orElse(MissingNode.getInstance());
  }

  private String bundleIdentifier() {
    JsonNode identifier = Nodes.at(view.message().bundle(), "identifier");
    return Nodes.text(identifier, "value") == null ? null : Identifiers.key(identifier);
  }

  private Set<String> sections() {
    Set<String> codes = new LinkedHashSet<>();
    view.documents().stream()
        .flatMap(document -> document.ofType("Composition").stream())
        .forEach(composition -> collectSections(composition.resource(), codes));
    return codes;
  }

  private static void collectSections(JsonNode parent, Set<String> codes) {
    for (JsonNode section : Nodes.list(parent, "section")) {
      for (JsonNode coding : Nodes.list(Nodes.at(section, "code"), "coding")) {
        String code = Nodes.text(coding, "code");
        if (code != null && Fhir.BSER_CODES.equals(Nodes.text(coding, "system"))) {
          codes.add(code);
        }
      }
      collectSections(section, codes);
    }
  }

  private List<Code> codes(String element) {
    List<Code> codes = new ArrayList<>();
    for (JsonNode concept : Nodes.list(serviceRequest, element)) {
      for (JsonNode coding : Nodes.list(concept, "coding")) {
        String system = Nodes.text(coding, "system");
        String code = Nodes.text(coding, "code");
        if (system != null && code != null) {
          codes.add(new Code(system, code, Nodes.text(coding, "display")));
        }
      }
    }
    return List.copyOf(codes);
  }

  private List<String> patientKeys() {
    return view.patient()
        .map(patient -> PatientKeys.of(Nodes.list(patient.resource(), "identifier")))
        .orElse(List.of());
  }
}
