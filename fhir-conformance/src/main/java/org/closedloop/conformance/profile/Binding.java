package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.closedloop.core.fhir.Nodes;

/**
 * A required binding: the codes a value must be from.
 *
 * @param valueSet canonical URL
 * @param codes its codes
 */
record Binding(String valueSet, Codes codes) {

  /** Whether a code, Coding, CodeableConcept or Quantity has a code of the value set. */
  boolean accepts(JsonNode value) {
    if (value == null) {
      return false;
    }
    if (value.isTextual()) {
      return codes.contains(null, value.textValue());
    }
    if (value.has("coding") || !value.has("code")) {
      return acceptsAny(Nodes.list(value, "coding"));
    }
    return acceptsCoding(value);
  }

  private boolean acceptsAny(List<JsonNode> codings) {
    for (int i = 0; i < codings.size(); i++) {
      if (acceptsCoding(codings.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean acceptsCoding(JsonNode coding) {
    String code = Nodes.text(coding, "code");
    String system = Nodes.text(coding, "system");
    return code != null && system != null && codes.contains(system, code);
  }
}
