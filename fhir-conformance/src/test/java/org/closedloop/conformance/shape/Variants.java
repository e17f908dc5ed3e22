package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Elements of which the filter takes some and leaves others: what tells them apart. */
final class Variants {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Variants() {}

  /** The beginnings of a value by the path to plant it under; empty when all are treated alike. */
  static Map<String, ObjectNode> of(Element element, String path) {
    Map<String, ObjectNode> variants = new LinkedHashMap<>();
    if (is(element, "Identifier")) {
      variants.put(path + "(listed)", identifier("MR"));
      variants.put(path + "(unlisted)", identifier("DL"));
      variants.put(path + "(social)", identifier("SS"));
    }
    if (is(element, "ContactPoint") && element.repeats()) {
      variants.put(path + "(phone)", JSON.objectNode().put("system", "phone"));
      variants.put(path + "(url)", JSON.objectNode().put("system", "url"));
    }
    return variants;
  }

  private static boolean is(Element element, String type) {
    return element.kind() == Element.Kind.COMPLEX && element.type().get().name().equals(type);
  }

  private static ObjectNode identifier(String code) {
    ObjectNode identifier = JSON.objectNode();
    identifier
        .putObject("type")
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/v2-0203")
        .put("code", code);
    return identifier;
  }
}
