package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.shape.Element;

/** One JSON member of a type. One object per member: identity is equality. */
public final class Member {

  private final FhirTypes types;
  private final Element element;
  private final String siblingName;
  private volatile NodeType type;

  Member(FhirTypes types, Element element) {
    this.types = types;
    this.element = element;
    this.siblingName = element.kind() == Element.Kind.PRIMITIVE ? "_" + element.name() : null;
  }

  /** What R4 says of it. */
  public Element element() {
    return element;
  }

  /** Its JSON name. */
  public String name() {
    return element.name();
  }

  /** JSON name of the member with its id and extensions, null when it is not primitive. */
  public String siblingName() {
    return siblingName;
  }

  /** Its type, null for a resource, which tells its own. */
  public NodeType type() {
    if (type == null && element.kind() != Element.Kind.RESOURCE) {
      type = types.typeOf(element);
    }
    return type;
  }

  boolean isIn(ObjectNode holder) {
    return holder.has(element.name()) || (siblingName != null && holder.has(siblingName));
  }

  /** Adds what stands in an object under this member; what has not its shape is left out. */
  void addTo(List<Value> values, ObjectNode holder) {
    JsonNode value = holder.get(element.name());
    JsonNode sibling = siblingName == null ? null : holder.get(siblingName);
    if (value instanceof ArrayNode || sibling instanceof ArrayNode) {
      int size = Math.max(size(value), size(sibling));
      for (int i = 0; i < size; i++) {
        add(values, item(value, i), item(sibling, i));
      }
    } else if (value != null || sibling != null) {
      add(values, value, sibling);
    }
  }

  private void add(List<Value> values, JsonNode value, JsonNode sibling) {
    Node node = node(value, sibling);
    if (node != null) {
      values.add(node);
    }
  }

  /** The only value there is, when it is a single one; else all of them. */
  Values in(ObjectNode holder) {
    JsonNode value = holder.get(element.name());
    if (value == null && siblingName == null) {
      return Nothing.NOTHING;
    }
    JsonNode sibling = siblingName == null ? null : holder.get(siblingName);
    if (value == null && sibling == null) {
      return Nothing.NOTHING;
    }
    if (value instanceof ArrayNode || sibling instanceof ArrayNode) {
      return many(holder);
    }
    Node node = node(value, sibling);
    return node == null ? Nothing.NOTHING : node;
  }

  private Values many(ObjectNode holder) {
    List<Value> values = new ArrayList<>();
    addTo(values, holder);
    return Many.of(values);
  }

  /**
   * A value of this member as an expression sees it.
   *
   * @param value null when a primitive has only extensions
   * @param sibling id and extensions of a primitive, null when there are none
   * @return null when it has not the member's shape
   */
  public Node node(JsonNode value, JsonNode sibling) {
    return switch (element.kind()) {
      case PRIMITIVE -> primitive(value, sibling);
      case COMPLEX -> value instanceof ObjectNode object ? new Node(type(), object, null) : null;
      case RESOURCE -> types.resource(value).orElse(null);
    };
  }

  private Node primitive(JsonNode value, JsonNode sibling) {
    JsonNode scalar = value != null && value.isValueNode() && !value.isNull() ? value : null;
    ObjectNode members = sibling instanceof ObjectNode object ? object : null;
    return scalar == null && members == null ? null : new Node(type(), scalar, members);
  }

  private static int size(JsonNode node) {
    return node instanceof ArrayNode ? node.size() : node == null ? 0 : 1;
  }

  private static JsonNode item(JsonNode node, int index) {
    if (node instanceof ArrayNode) {
      return node.get(index);
    }
    return index == 0 ? node : null;
  }
}
