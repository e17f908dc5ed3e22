package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;

/** Reading Identifier elements. */
public final class Identifiers {

  private Identifiers() {}

  /** {@code system|value}, either part empty when absent. */
  public static String key(JsonNode identifier) {
    return orEmpty(Nodes.text(identifier, "system"))
        + "|"
        + orEmpty(Nodes.text(identifier, "value"));
  }

  /** Whether the identifier is typed with this code of the HL7 v2 table 0203. */
  public static boolean isOfType(JsonNode identifier, String type) {
    return Nodes.hasCoding(Nodes.at(identifier, "type"), Fhir.IDENTIFIER_TYPES, type);
  }

  static boolean isSocialSecurity(JsonNode identifier) {
    return Fhir.SSN.equals(Nodes.text(identifier, "system")) || isOfType(identifier, "SS");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
