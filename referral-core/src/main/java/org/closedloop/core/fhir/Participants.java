package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is meant by a reference to a PractitionerRole: the NPI of its organization (design section
 * 5), and which number the initiator gave.
 */
final class Participants {

  private final MessageView view;

  Participants(MessageView view) {
    this.view = view;
  }

  /** NPI of the organisation behind a reference to a PractitionerRole or Organization, or null. */
  String npi(JsonNode reference) {
    return organization(reference).map(o -> npiOf(o.resource())).orElse(null);
  }

  /** The organisation behind a reference to a PractitionerRole or Organization. */
  Optional<Entry> organization(JsonNode reference) {
    Optional<Entry> target = view.target(view.message(), reference);
    if (target.filter(e -> e.is("PractitionerRole")).isPresent()) {
      target = view.follow(target.get(), "organization");
    }
    return target.filter(e -> e.is("Organization"));
  }

  /** The identifier of type PLAC of a Task or ServiceRequest, or null. */
  Placer placer(JsonNode resource) {
    for (JsonNode identifier : Nodes.list(resource, "identifier")) {
      String value = Nodes.text(identifier, "value");
      if (value != null && Identifiers.isOfType(identifier, Fhir.PLACER)) {
        return new Placer(Nodes.text(identifier, "system"), assignerNpi(identifier), value);
      }
    }
    return null;
  }

  private String assignerNpi(JsonNode identifier) {
    JsonNode assigner = Nodes.at(identifier, "assigner");
    String resolved = npi(assigner);
    JsonNode logical = Nodes.at(assigner, "identifier");
    return resolved == null && Fhir.NPI.equals(Nodes.text(logical, "system"))
        ? Nodes.text(logical, "value")
        : resolved;
  }

  static String npiOf(JsonNode organization) {
    return Nodes.list(organization, "identifier").stream()
        .filter(identifier -> Fhir.NPI.equals(Nodes.text(identifier, "system")))
        .map(identifier -> Nodes.text(identifier, "value"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
