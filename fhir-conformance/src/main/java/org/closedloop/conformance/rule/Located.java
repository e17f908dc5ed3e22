package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;

/** A node and where it stands, written out only when something is found there. */
final class Located {

  private final Located parent;
  private final String step;
  private final int index;
  private final JsonNode node;

  private Located(Located parent, String step, int index, JsonNode node) {
    this.parent = parent;
    this.step = step;
    this.index = index;
    this.node = node;
  }

  /** A node at a FHIRPath. */
  static Located of(String path, JsonNode node) {
    return new Located(null, path, -1, node);
  }

  static Located of(Entry entry) {
    return of(entry.path(), entry.resource());
  }

  static Located of(BundleView bundle) {
    return of(bundle.path(), bundle.bundle());
  }

  JsonNode node() {
    return node;
  }

  /** Its FHIRPath. */
  String path() {
    String own = index < 0 ? step : step + "[" + index + "]";
    return parent == null ? own : parent.path() + "." + own;
  }

  /** What is at an element, one for each item of an array. */
  List<Located> children(String element) {
    JsonNode value = node.get(element);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(new Located(this, element, -1, value));
    }
    List<Located> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(new Located(this, element, i, value.get(i)));
    }
    return items;
  }

  /** What is at a dotted path, empty path for the node itself. */
  List<Located> descendants(String dotted) {
    if (dotted.isEmpty()) {
      return List.of(this);
    }
    int dot = dotted.indexOf('.');
    if (dot < 0) {
      return children(dotted);
    }
    List<Located> found = new ArrayList<>();
    for (Located child : children(dotted.substring(0, dot))) {
      found.addAll(child.descendants(dotted.substring(dot + 1)));
    }
    return found;
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
