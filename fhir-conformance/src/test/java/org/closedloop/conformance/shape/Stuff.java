package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Valid texts of the primitive types. */
final class Stuff {

  static final String DIV =
      "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>some <b>text</b></p></div>";

  private Stuff() {}

  /**
   * A value.
   *
   * @param type primitive type
   * @param code what to take for a code, null when none is known
   * @return null when there is none
   */
  static JsonNode text(String type, String code) {
    String text =
        switch (type) {
          case "string", "markdown" -> "some text";
          case "uri", "url", "canonical" -> "http://example.org/some";
          case "oid" -> "urn:oid:1.2.3";
          case "uuid" -> "urn:uuid:0d9a6c1e-6d25-4f43-9e0b-3a0d3ff7a9f1";
          case "base64Binary" -> "c29tZQ==";
          case "xhtml" -> DIV;
          case "code" -> code;
          default -> null;
        };
    return text == null ? null : JsonNodeFactory.instance.textNode(text);
  }
}
