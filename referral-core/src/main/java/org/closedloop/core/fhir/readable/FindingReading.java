package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/** What a document holds besides observations: conditions, allergies, drugs, procedures. */
final class FindingReading {

  private final MessageView view;
  private final BundleView scope;

  FindingReading(MessageView view, BundleView scope) {
    this.view = view;
    this.scope = scope;
  }

  /**
   * A resource as an answer.
   *
   * @param about the person when it is not the patient, else null
   */
  Answer read(String type, JsonNode resource, String about) {
    return switch (type) {
      case "Condition" -> condition(resource, about);
      case "AllergyIntolerance" -> allergy(resource, about);
      case "MedicationRequest", "MedicationStatement", "MedicationAdministration" ->
          drug(resource, about);
      default -> other(type, resource, about);
    };
  }

  private static Answer condition(JsonNode condition, String about) {
    JsonNode code = Nodes.at(condition, "code");
    String text = Texts.plain(Nodes.text(code, "text"));
    String display = Texts.plain(Nodes.text(Nodes.at(code, "coding"), "display"));
    String said = Texts.first(display, text, Texts.concept(code));
    String label = text == null || text.equals(said) ? "Condition" : text;
    String date =
        Texts.first(Nodes.text(condition, "onsetDateTime"), Nodes.text(condition, "recordedDate"));
    return new Answer(
        label,
        joined(said, status(condition, "clinicalStatus"), doubt(condition)),
        Texts.code(code),
        date,
        about);
  }

  private static Answer allergy(JsonNode allergy, String about) {
    JsonNode code = Nodes.at(allergy, "code");
    String reaction =
        Nodes.list(allergy, "reaction").stream()
            .flatMap(r -> Texts.concepts(r, "manifestation").stream())
            .collect(Collectors.joining(", "));
    return new Answer(
        "Allergy",
        joined(Texts.concept(code), reaction.isEmpty() ? null : reaction, doubt(allergy)),
        Texts.code(code),
        Texts.first(Nodes.text(allergy, "onsetDateTime"), Nodes.text(allergy, "recordedDate")),
        about);
  }

  private Answer drug(JsonNode order, String about) {
    JsonNode concept =
        view.target(scope, Nodes.at(order, "medicationReference"))
            .<JsonNode>map(drug -> Nodes.at(drug.resource(), "code"))
            .orElse(Nodes.at(order, "medicationCodeableConcept"));
    String dosage =
        Stream.of("dosageInstruction", "dosage")
            .map(member -> Nodes.text(Nodes.at(order, member), "text"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Answer(
        "Medication",
        joined(Texts.concept(concept), dosage, state(order)),
        Texts.code(concept),
        Texts.first(Nodes.text(order, "authoredOn"), Nodes.text(order, "effectiveDateTime")),
        about);
  }

  private static Answer other(String type, JsonNode resource, String about) {
    JsonNode code = Nodes.at(resource, "code");
    String date =
        Texts.first(
            Nodes.text(resource, "performedDateTime"),
            Nodes.text(Nodes.at(resource, "performedPeriod"), "start"),
            Nodes.text(resource, "date"));
    String label = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    String said = Texts.first(Texts.concept(code), Texts.concept(Nodes.at(resource, "type")));
    return new Answer(
        label, joined(Texts.first(said, label), state(resource)), Texts.code(code), date, about);
  }

  private static String state(JsonNode resource) {
    String status = Nodes.text(resource, "status");
    return status == null ? null : status.replace('-', ' ');
  }

  private static String status(JsonNode resource, String member) {
    String code = Texts.code(Nodes.at(resource, member));
    return code == null ? null : code.replace('-', ' ');
  }

  /** What was not confirmed says so: who reads it must not take it for a fact. */
  private static String doubt(JsonNode resource) {
    String code = status(resource, "verificationStatus");
    return "confirmed".equals(code) ? null : code;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
