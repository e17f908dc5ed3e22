package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.AbstractList;
import java.util.List;

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
    return new ArrayItems(value);
  }

  /** The items of an array without a copy: the rules read arrays thousands of times a message. */
  private static final class ArrayItems extends AbstractList<JsonNode> {
    private final JsonNode array;

    ArrayItems(JsonNode array) {
      this.array = array;
    }

    @Override
    public JsonNode get(int index) {
      return array.get(index);
    }

    @Override
    public int size() {
      return array.size();
    }
  }

  /** Follows members, taking the first item of an array; a missing node when one is absent. */
  public static JsonNode at(JsonNode node, String... members) {
    JsonNode here = node;
    for (String member : members) {
      here = at(here, member);
    }
    return here;
  }

  /** As {@link #at(JsonNode, String...)} for one member, with nothing made on the way. */
  public static JsonNode at(JsonNode node, String member) {
    JsonNode value = node.get(member);
    JsonNode first = value != null && value.isArray() ? value.get(0) : value;
    return first == null || (first == value && first.isNull()) ? MissingNode.getInstance() : first;
  }

  /** Whether a CodeableConcept has a coding of this system and code. */
  public static boolean hasCoding(JsonNode concept, String system, String code) {
    for (JsonNode coding : list(concept, "coding")) {
      if (system.equals(text(coding, "system")) && code.equals(text(coding, "code"))) {
        return true;
      }
    }
    return false;
  }

  /** The first code a CodeableConcept has in a system, null when none. */
  public static String code(JsonNode concept, String system) {
    for (JsonNode coding : list(concept, "coding")) {
      String code = text(coding, "code");
      if (code != null && system.equals(text(coding, "system"))) {
        return code;
      }
    }
    return null;
  }
}
