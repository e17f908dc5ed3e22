package org.closedloop.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * All values of a message with their paths, without positions: filtering moves items. Of narratives
 * only text and element names count: what is about them is cleaned.
 */
final class Leaves {

  private Leaves() {}

  static Set<String> of(JsonNode node) {
    Set<String> leaves = new HashSet<>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Set<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(m -> collect(path + "." + m.getKey(), m.getValue(), leaves));
    } else if (node.isArray()) {
      node.forEach(item -> collect(path, item, leaves));
    } else {
      String text = node.asText();
      leaves.add(path + "=" + (path.endsWith(".div") ? plain(text) : text));
    }
  }

  private static String plain(String div) {
    return div.replaceAll("<!--.*?-->", "").replaceAll("<(\\w+)[^>]*?(/?)>", "<$1$2>");
  }
}
