package org.closedloop.conformance.shape;

import java.util.ArrayList;
import java.util.List;

/** The choices, {@code value[x]}, one object has; nothing is made for the many without any. */
final class SeenChoices {

  private List<String> groups = List.of();

  /** False when it was there before. */
  boolean add(String group) {
    if (groups.contains(group)) {
      return false;
    }
    if (groups.isEmpty()) {
      groups = new ArrayList<>(2);
    }
    groups.add(group);
    return true;
  }

  boolean has(String group) {
    return groups.contains(group);
  }
}
