package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.closedloop.core.fhir.Nodes;

/** FHIR's {@code fixed[x]} and {@code pattern[x]}: equal, and at least containing. */
final class Pattern {

  private Pattern() {}

  /** Whether a value has everything the pattern has; an item of an array anywhere in it. */
  static boolean matches(JsonNode pattern, JsonNode value) {
    if (value == null) {
      return false;
    }
    if (pattern.isObject()) {
      return value.isObject() && hasMembers(pattern, value);
    }
    if (pattern.isArray()) {
      return value.isArray() && hasItems(pattern, value);
    }
    return equal(pattern, value);
  }

  private static boolean hasMembers(JsonNode pattern, JsonNode value) {
    for (Map.Entry<String, JsonNode> member : pattern.properties()) {
      if (!matches(member.getValue(), value.get(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasItems(JsonNode pattern, JsonNode value) {
    for (JsonNode wanted : pattern) {
      boolean found = false;
      for (JsonNode item : value) {
        found |= matches(wanted, item);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** Equal as FHIR sees it: 1.0 and 1.00 are different decimals, but the same number here. */
  static boolean equal(JsonNode expected, JsonNode value) {
    if (expected.isNumber() && value != null && value.isNumber()) {
      return expected.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    return expected.equals(value);
  }

  /** The pattern for people: a code, or system and code, or the bare value. */
  static String inWords(JsonNode pattern) {
    JsonNode coding = pattern.has("coding") ? Nodes.at(pattern, "coding") : pattern;
    String code = Nodes.text(coding, "code");
    if (code != null) {
      String system = Nodes.text(coding, "system");
      return system == null ? "code " + code : "code " + code + " of " + system;
    }
    String system = Nodes.text(pattern, "system");
    return system != null
        ? "system " + system
        : pattern.isTextual() ? pattern.textValue() : "" + pattern;
  }
}
