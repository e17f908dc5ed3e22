package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closedloop.core.fhir.Nodes;

/**
 * One element of a differential, read with its names.
 *
 * @param json the ElementDefinition
 * @param steps its id in steps, the type first; an id of {@code Task.identifier:filler.type} gives
 *     {@code Task}, {@code identifier:filler}, {@code type}
 */
record ElementDefinition(JsonNode json, List<Step> steps) {

  /**
   * One step of an element's id.
   *
   * @param element name of the element
   * @param slice name of the slice, null when all of the element is meant
   */
  record Step(String element, String slice) {

    static Step of(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Step(text, null)
          : new Step(text.substring(0, colon), text.substring(colon + 1));
    }
  }

  static ElementDefinition of(JsonNode json) {
    String id = Nodes.text(json, "id");
    List<Step> steps = new ArrayList<>();
    for (String step : (id == null ? Nodes.text(json, "path") : id).split("\\.")) {
      steps.add(Step.of(step));
    }
    return new ElementDefinition(json, steps);
  }

  /** The value of {@code fixed[x]} or {@code pattern[x]}, null when there is none. */
  JsonNode value(String choice) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getKey().startsWith(choice)) {
        return member.getValue();
      }
    }
    return null;
  }
}
