package org.closedloop.conformance.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.conformance.shape.Element;

/**
 * The children of one element on their way to the members of a JSON object: equal names become an
 * array, and what stands beside a primitive value the member with the underscore.
 */
final class Members {

  /**
   * One child.
   *
   * @param value null for a primitive without value
   * @param beside id and extensions of a primitive, null when it has none
   */
  record Value(JsonNode value, ObjectNode beside) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, List<Value>> values = new LinkedHashMap<>();

  /** How many of the element there are so far. */
  int count(Element element) {
    return values.getOrDefault(element.name(), List.of()).size();
  }

  void add(Element element, Value value) {
    elements.put(element.name(), element);
    values.computeIfAbsent(element.name(), name -> new ArrayList<>()).add(value);
  }

  /** Writes them in the order they first came. */
  void writeTo(ObjectNode object) {
    values.forEach((name, all) -> write(object, elements.get(name), all));
  }

  /** Too many of what may be there once become an array too: the shape then says so. */
  private static void write(ObjectNode object, Element element, List<Value> all) {
    boolean array = element.repeats() || all.size() > 1;
    boolean anyBeside = all.stream().anyMatch(one -> one.beside() != null);
    boolean anyValue = all.stream().anyMatch(one -> one.value() != null);
    if (anyValue || !anyBeside) {
      List<JsonNode> nodes = all.stream().map(one -> orNull(one.value())).toList();
      object.set(element.name(), array ? array(nodes) : nodes.get(0));
    }
    if (anyBeside) {
      List<JsonNode> nodes = all.stream().map(one -> orNull(one.beside())).toList();
      object.set("_" + element.name(), array ? array(nodes) : nodes.get(0));
    }
  }

  private static ArrayNode array(List<JsonNode> nodes) {
    return NODES.arrayNode().addAll(nodes);
  }

  private static JsonNode orNull(JsonNode node) {
    return node == null ? NODES.nullNode() : node;
  }
}
