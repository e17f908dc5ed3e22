package org.closedloop.core.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is withheld by type and reason. */
final class WithheldLog {

  private record Kind(String what, String reason) {}

  private final Map<Kind, Integer> counts = new LinkedHashMap<>();

  void add(String what, String reason) {
    counts.merge(new Kind(what, reason), 1, Integer::sum);
  }

  List<Withheld> list() {
    return counts.entrySet().stream()
        .map(e -> new Withheld(e.getKey().what(), e.getKey().reason(), e.getValue()))
        .toList();
  }
}
