package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closedloop.core.fhir.Nodes;

/** The value[x] of an observation or of a part of one, as words. */
final class Values {

  private static final String ABSENT = "not known";

  private Values() {}

  /** Words of value[x]; why it is absent; null when neither is said. */
  static String text(JsonNode owner) {
    for (Map.Entry<String, JsonNode> member : owner.properties()) {
      if (member.getKey().startsWith("value")) {
        String words = words(member.getKey().substring("value".length()), member.getValue());
        if (words != null) {
          return words;
        }
      }
    }
    String reason = Texts.concept(Nodes.at(owner, "dataAbsentReason"));
    return reason == null ? null : ABSENT + " (" + reason + ")";
  }

  private static String words(String type, JsonNode value) {
    return switch (type) {
      case "Quantity" -> quantity(value);
      case "CodeableConcept" -> Texts.concept(value);
      case "Boolean" -> value.isBoolean() ? (value.booleanValue() ? "Yes" : "No") : null;
      case "Period" -> span(Nodes.text(value, "start"), Nodes.text(value, "end"));
      case "Range" -> span(quantity(Nodes.at(value, "low")), quantity(Nodes.at(value, "high")));
      case "Ratio" ->
          quantity(Nodes.at(value, "numerator")) + " : " + quantity(Nodes.at(value, "denominator"));
      default -> value.isValueNode() ? value.asText() : null;
    };
  }

  /** A Quantity with its comparator and unit, null when it has no number. */
  static String quantity(JsonNode quantity) {
    JsonNode number = Nodes.at(quantity, "value");
    if (!number.isNumber()) {
      return null;
    }
    return Stream.of(
            Texts.first(Nodes.text(quantity, "comparator"), ""),
            number.decimalValue().toPlainString(),
            Texts.unit(quantity))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String span(String from, String to) {
    if (from == null && to == null) {
      return null;
    }
    if (from == null) {
      return "until " + to;
    }
    return to == null ? "since " + from : from + " to " + to;
  }
}
