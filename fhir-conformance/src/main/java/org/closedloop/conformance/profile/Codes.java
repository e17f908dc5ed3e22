package org.closedloop.conformance.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes of a value set that is known in full.
 *
 * @param bySystem codes by code system
 */
record Codes(Map<String, Set<String>> bySystem) {

  static Codes union(List<Codes> parts) {
    Map<String, Set<String>> all = new HashMap<>();
    parts.forEach(
        part ->
            part.bySystem()
                .forEach(
                    (system, codes) ->
                        all.computeIfAbsent(system, s -> new HashSet<>()).addAll(codes)));
    return new Codes(Map.copyOf(all));
  }

  /**
   * Whether a code is in it.
   *
   * @param system its system, null for an element of type code, which has none
   */
  boolean contains(String system, String code) {
    if (system == null) {
      return bySystem.values().stream().anyMatch(codes -> codes.contains(code));
    }
    return bySystem.getOrDefault(system, Set.of()).contains(code);
  }
}
