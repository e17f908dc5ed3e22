package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a slice expects at the path of its discriminator.
 *
 * @param patterns fixed values and patterns
 * @param bindings required value sets
 */
record Expected(List<JsonNode> patterns, List<Binding> bindings) {

  static Expected of(ProfileNode slice, List<String> path) {
    List<JsonNode> patterns = new ArrayList<>();
    List<Binding> bindings = new ArrayList<>();
    ProfileNode here = slice;
    for (int i = 0; i <= path.size() && here != null; i++) {
      for (JsonNode pattern : here.expected()) {
        JsonNode inner = follow(pattern, path.subList(i, path.size()));
        if (inner != null) {
          patterns.add(inner);
        }
      }
      if (i == path.size()) {
        if (here.binding != null) {
          bindings.add(here.binding);
        }
      } else {
        here = here.children.get(path.get(i));
      }
    }
    return new Expected(patterns, bindings);
  }

  /** A pattern further up says something of what is below. */
  private static JsonNode follow(JsonNode pattern, List<String> path) {
    JsonNode here = pattern;
    for (String step : path) {
      here = here.isArray() ? here.path(0).get(step) : here.get(step);
      if (here == null) {
        return null;
      }
    }
    return here;
  }

  /** The node of a slice at a path, null when the profile says nothing there. */
  static ProfileNode node(ProfileNode slice, List<String> path) {
    ProfileNode here = slice;
    for (String step : path) {
      here = here == null ? null : here.children.get(step);
    }
    return here;
  }

  /** Whether one of the values is what is expected; nothing expected is never met. */
  boolean holdsFor(List<JsonNode> values) {
    if (patterns.isEmpty() && bindings.isEmpty()) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      if (matchesAll(values.get(i)) && isAcceptedByAll(values.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesAll(JsonNode value) {
    for (int i = 0; i < patterns.size(); i++) {
      if (!Pattern.matches(patterns.get(i), value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAcceptedByAll(JsonNode value) {
    for (int i = 0; i < bindings.size(); i++) {
      if (!bindings.get(i).accepts(value)) {
        return false;
      }
    }
    return true;
  }
}
