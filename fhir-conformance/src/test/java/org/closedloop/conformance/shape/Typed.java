package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** Valid values of the primitive types that have no room for a marker. */
final class Typed {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, JsonNode> VALUES =
      Map.ofEntries(
          Map.entry("boolean", JSON.booleanNode(true)),
          Map.entry("integer", JSON.numberNode(1)),
          Map.entry("positiveInt", JSON.numberNode(1)),
          Map.entry("unsignedInt", JSON.numberNode(1)),
          Map.entry("decimal", JSON.numberNode(1)),
          Map.entry("date", JSON.textNode("2026-01-01")),
          Map.entry("dateTime", JSON.textNode("2026-01-01")),
          Map.entry("instant", JSON.textNode("2026-01-01T00:00:00Z")),
          Map.entry("time", JSON.textNode("12:00:00")));

  private Typed() {}

  static boolean has(String primitive) {
    return VALUES.containsKey(primitive);
  }

  static JsonNode value(String primitive) {
    return VALUES.get(primitive);
  }
}
