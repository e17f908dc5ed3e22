package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/** A message, or a document alone, for people. */
final class MessageReading {

  private final MessageView view;
  private final List<BundleView> documents;
  private final JsonNode service;

  MessageReading(ObjectNode root) {
    view = new MessageView(root);
    documents =
        "document".equals(Nodes.text(root, "type")) ? List.of(view.message()) : view.documents();
    service =
        view.serviceRequest()
            .or(() -> inBundles("ServiceRequest"))
            .<JsonNode>map(Entry::resource)
            .orElse(MissingNode.getInstance());
  }

  Readable read() {
    return new Readable(
        patient(),
        who(Nodes.at(service, "requester")),
        who(Nodes.at(service, "performer")),
        Texts.first(
            Texts.concept(Nodes.at(service, "category")), Texts.concept(Nodes.at(service, "code"))),
        Texts.concepts(service, "reasonCode"),
        Nodes.text(service, "priority"),
        Nodes.text(service, "authoredOn"),
        Texts.first(
            Nodes.text(service, "occurrenceDateTime"),
            Nodes.text(Nodes.at(service, "occurrencePeriod"), "start")),
        documents.stream().map(document -> new PaperReading(view, document).read()).toList());
  }

  private PatientCard patient() {
    return view.patient()
        .or(this::subject)
        .or(() -> inBundles("Patient"))
        .map(patient -> new PatientReading(view, patient.resource()).read())
        .orElse(PatientCard.UNKNOWN);
  }

  private Optional<Entry> subject() {
    return documents.stream()
        .flatMap(
            document ->
                document.ofType("Composition").stream()
                    .map(composition -> Nodes.at(composition.resource(), "subject"))
                    .flatMap(subject -> view.target(document, subject).stream()))
        .findFirst();
  }

  /** The first resource of a type: in the message, else in a document. */
  private Optional<Entry> inBundles(String type) {
    return view.bundles().flatMap(bundle -> bundle.ofType(type).stream()).findFirst();
  }

  private ProviderCard who(JsonNode reference) {
    return view.bundles()
        .map(bundle -> new Providers(view, bundle).card(reference))
        .filter(card -> card.organization() != null)
        .findFirst()
        .orElseGet(() -> new Providers(view, view.message()).card(reference));
  }
}
