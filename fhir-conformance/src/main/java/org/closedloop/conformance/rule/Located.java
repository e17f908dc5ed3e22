package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.fhir.Entry;

/**
 * A node and where it stands.
 *
 * @param path FHIRPath
 * @param node the node
 */
record Located(String path, JsonNode node) {

  static Located of(Entry entry) {
    return new Located(entry.path(), entry.resource());
  }

  /** What is at an element, one for each item of an array. */
  List<Located> children(String element) {
    JsonNode value = node.get(element);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(new Located(path + "." + element, value));
    }
    List<Located> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(new Located(path + "." + element + "[" + i + "]", value.get(i)));
    }
    return items;
  }

  /** What is at a dotted path, empty path for the node itself. */
  List<Located> descendants(String dotted) {
    List<Located> here = List.of(this);
    if (!dotted.isEmpty()) {
      for (String element : dotted.split("\\.")) {
        here = here.stream().flatMap(located -> located.children(element).stream()).toList();
      }
    }
    return here;
  }

  /** How often an element is there; a primitive that only has extensions counts as there. */
  int count(String element) {
    JsonNode value = node.get(element);
    if (value == null) {
      return node.has("_" + element) ? 1 : 0;
    }
    return value.isArray() ? value.size() : 1;
  }
}
