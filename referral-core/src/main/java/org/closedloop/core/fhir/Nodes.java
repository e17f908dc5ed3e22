package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reading a JSON tree that may be anything: nothing here throws on a missing or odd element. */
public final class Nodes {

  private Nodes() {}

  /** The text of a member, null when it is absent or not text. */
  public static String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value != null && value.isTextual() ? value.textValue() : null;
  }

  /** The items of an array member; a single value as a list of one; nothing when absent. */
  public static List<JsonNode> list(JsonNode node, String member) {
    JsonNode value = node.get(member);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> items = new ArrayList<>(value.size());
    value.forEach(items::add);
    return items;
  }

  /** Follows members, taking the first item of an array; a missing node when one is absent. */
  public static JsonNode at(JsonNode node, String... members) {
    JsonNode here = node;
    for (String member : members) {
      List<JsonNode> items = list(here, member);
      if (items.isEmpty()) {
        return MissingNode.getInstance();
      }
      here = items.get(0);
    }
    return here;
  }

  /** Whether a CodeableConcept has a coding of this system and code. */
  public static boolean hasCoding(JsonNode concept, String system, String code) {
    return codings(concept, system).anyMatch(c -> code.equals(text(c, "code")));
  }

  /** The first code a CodeableConcept has in a system, null when none. */
  public static String code(JsonNode concept, String system) {
    return codings(concept, system)
        .map(c -> text(c, "code"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<JsonNode> codings(JsonNode concept, String system) {
    return list(concept, "coding").stream().filter(c -> system.equals(text(c, "system")));
  }
}
