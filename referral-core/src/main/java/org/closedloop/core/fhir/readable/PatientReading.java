package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/** A Patient, for people. */
final class PatientReading {

  private final MessageView view;
  private final JsonNode patient;

  PatientReading(MessageView view, JsonNode patient) {
    this.view = view;
    this.patient = patient;
  }

  PatientCard read() {
    String name = Texts.name(patient);
    return new PatientCard(
        name,
        Nodes.text(patient, "birthDate"),
        Nodes.text(patient, "gender"),
        Texts.telecom(patient, "phone"),
        Texts.telecom(patient, "email").stream().findFirst().orElse(null),
        Texts.address(patient),
        contact(name),
        numbers());
  }

  /** Somebody to turn to, such as a parent; not the patient once more. */
  private String contact(String patientName) {
    return view.bundles()
        .flatMap(bundle -> bundle.ofType("RelatedPerson").stream())
        .map(person -> Texts.name(person.resource()))
        .filter(name -> name != null && !name.equals(patientName))
        .findFirst()
        .orElse(null);
  }

  private List<String> numbers() {
    return Nodes.list(patient, "identifier").stream()
        .map(PatientReading::number)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String number(JsonNode identifier) {
    String value = Nodes.text(identifier, "value");
    String type = Texts.code(Nodes.at(identifier, "type"));
    return value == null || "SS".equals(type) ? null : type == null ? value : type + " " + value;
  }
}
