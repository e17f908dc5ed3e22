package org.closedloop.conformance.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The value of a primitive in the JSON kind of its type. A text that cannot be one stays text, and
 * the shape finds it.
 */
final class PrimitiveValue {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,99})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{1,99})?(?:[eE][+-]?[0-9]{1,6})?");

  private PrimitiveValue() {}

  /**
   * @param type name of the primitive type of R4
   * @param text the attribute's value
   */
  static JsonNode of(String type, String text) {
    return switch (type) {
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? NODES.booleanNode(text.equals("true"))
              : NODES.textNode(text);
      case "integer", "unsignedInt", "positiveInt" ->
          INTEGER.matcher(text).matches()
              ? NODES.numberNode(new BigInteger(text))
              : NODES.textNode(text);
      case "decimal" ->
          DECIMAL.matcher(text).matches()
              ? NODES.numberNode(new BigDecimal(text))
              : NODES.textNode(text);
      default -> NODES.textNode(text);
    };
  }
}
