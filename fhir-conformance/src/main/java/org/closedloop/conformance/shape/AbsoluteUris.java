package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Where R4 wants an absolute URI although its type also takes a relative one: systems, the url of
 * an extension outside another (within one it is a bare name), an entry's fullUrl, and the value of
 * an identifier whose system says that it is one.
 */
final class AbsoluteUris {

  private static final Set<String> WITH_SYSTEM =
      Set.of("Identifier", "Coding", "Quantity", "Age", "Count", "Distance", "Duration");

  /** The system of identifiers that are URIs themselves. */
  private static final String URIS = "urn:ietf:rfc:3986";

  private AbsoluteUris() {}

  /** Whether it is wanted at an element of this object. */
  static boolean wanted(TypeTable table, Element element, JsonNode object) {
    return switch (element.name()) {
      case "system" -> WITH_SYSTEM.contains(table.name());
      case "fullUrl" -> true;
      case "value" ->
          table.name().equals("Identifier") && URIS.equals(object.path("system").textValue());
      default -> false;
    };
  }

  /** True of anything that is no text: its kind is judged elsewhere. */
  static boolean isAbsolute(JsonNode value) {
    return value == null || !value.isTextual() || Texts.isAbsoluteUri(value.textValue());
  }
}
