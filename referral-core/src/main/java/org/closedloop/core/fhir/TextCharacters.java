package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Finds characters that can be written in JSON by an escape but that no store or encoder takes. */
final class TextCharacters {

  private TextCharacters() {}

  static boolean allValid(JsonNode node) {
    if (node.isTextual()) {
      return valid(node.textValue());
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (!valid(member.getKey()) || !allValid(member.getValue())) {
          return false;
        }
      }
      return true;
    }
    for (JsonNode item : node) {
      if (!allValid(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean valid(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
