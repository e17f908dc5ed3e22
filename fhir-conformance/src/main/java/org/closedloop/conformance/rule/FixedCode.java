package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.closedloop.core.fhir.Nodes;

/**
 * A code the guide's profiles fix, as data. A missing element is another rule's business.
 *
 * @param type resource type
 * @param element element that is a code (system null), a Coding or a CodeableConcept
 * @param system code system, null for an element of type code
 * @param code the only code allowed
 */
record FixedCode(String type, String element, String system, String code) implements Rule {

  @Override
  public String id() {
    return "fixed-" + type + "." + element;
  }

  @Override
  public void check(Message message, Report report) {
    message
        .all(type)
        .flatMap(entry -> Located.of(entry).children(element).stream())
        .filter(place -> !isFixed(place.node()))
        .forEach(
            place ->
                report.error(
                    place.path(),
                    "The guide allows only the code '"
                        + code
                        + (system == null ? "'" : "' of " + system)
                        + " here; send it."));
  }

  private boolean isFixed(JsonNode value) {
    if (system == null) {
      return code.equals(value.textValue());
    }
    boolean coding =
        system.equals(Nodes.text(value, "system")) && code.equals(Nodes.text(value, "code"));
    return coding || Nodes.hasCoding(value, system, code);
  }
}
