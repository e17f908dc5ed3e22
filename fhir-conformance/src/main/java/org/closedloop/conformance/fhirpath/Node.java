package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** An element of the message with its type: a resource, a complex value or a primitive one. */
public final class Node implements Value {

  private final NodeType type;
  private final JsonNode json;
  private final ObjectNode sibling;

  /**
   * @param json the value; null for a primitive that has none
   * @param sibling id and extensions of a primitive, null when there are none
   */
  Node(NodeType type, JsonNode json, ObjectNode sibling) {
    this.type = type;
    this.json = json;
    this.sibling = sibling;
  }

  /** Its type's name, for instance {@code Patient} or {@code dateTime}. */
  public String typeName() {
    return type.name();
  }

  /** The JSON it is made of, null for a primitive that only has extensions. */
  public JsonNode json() {
    return json;
  }

  /** Its type. */
  public NodeType type() {
    return type;
  }

  /** The object its children stand in, null for a primitive without any. */
  public ObjectNode members() {
    return type.isPrimitive() ? sibling : (ObjectNode) json;
  }

  /** Whether it is a primitive with a value. */
  public boolean hasValue() {
    return type.isPrimitive() && json != null;
  }

  /** Text of a primitive as it came, null when it has none. */
  String text() {
    return hasValue() ? json.asText() : null;
  }

  @Override
  public Scalar scalar() {
    if (!type.isPrimitive()) {
      return type.isA("Quantity") ? amount() : null;
    }
    return json == null ? null : type.kind().scalar(json);
  }

  private Scalar amount() {
    BigDecimal value =
        PrimitiveKind.isNumber(json.path("value")) ? json.get("value").decimalValue() : null;
    String unit = json.path("code").asText(json.path("unit").asText(""));
    return value == null ? null : new Scalar.Amount(value, unit);
  }

  @Override
  public Object key() {
    if (!type.isPrimitive()) {
      return json;
    }
    Scalar scalar = scalar();
    return scalar == null ? sibling : scalar.key();
  }
}
