package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.fhir.Nodes;

/**
 * The value sets that can be judged: listed codes, whole code systems that are there in full, and
 * unions of such. All others (SNOMED CT, LOINC, value sets by filter) are left to people.
 */
final class Terminology {

  private final Definitions definitions;
  private final Map<String, Optional<Codes>> known = new HashMap<>();

  Terminology(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The codes of a value set, empty when they are not known in full. */
  Optional<Codes> codes(String valueSet) {
    String url = Canonical.withoutVersion(valueSet);
    Optional<Codes> codes = known.get(url);
    if (codes == null) {
      // A value set that includes itself has nothing to add.
      known.put(url, Optional.empty());
      codes = definitions.valueSet(url).flatMap(this::compose);
      known.put(url, codes);
    }
    return codes;
  }

  private Optional<Codes> compose(JsonNode valueSet) {
    JsonNode compose = valueSet.path("compose");
    if (compose.has("exclude") || !compose.has("include")) {
      return Optional.empty();
    }
    List<Codes> parts = new ArrayList<>();
    for (JsonNode include : Nodes.list(compose, "include")) {
      Optional<Codes> part = include(include);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(Codes.union(parts));
  }

  private Optional<Codes> include(JsonNode include) {
    String system = Nodes.text(include, "system");
    if (include.has("filter") || (system != null && include.has("valueSet"))) {
      return Optional.empty();
    }
    if (system == null) {
      return valueSets(include);
    }
    List<JsonNode> listed = Nodes.list(include, "concept");
    return listed.isEmpty()
        ? definitions.codeSystem(system).flatMap(found -> wholeSystem(system, found))
        : Optional.of(new Codes(Map.of(system, concepts(listed))));
  }

  /** Several value sets in one include mean their intersection; that of one is itself. */
  private Optional<Codes> valueSets(JsonNode include) {
    List<JsonNode> urls = Nodes.list(include, "valueSet");
    return urls.size() == 1 ? codes(urls.get(0).textValue()) : Optional.empty();
  }

  private static Optional<Codes> wholeSystem(String url, JsonNode system) {
    return "complete".equals(Nodes.text(system, "content"))
        ? Optional.of(new Codes(Map.of(url, concepts(Nodes.list(system, "concept")))))
        : Optional.empty();
  }

  private static Set<String> concepts(List<JsonNode> concepts) {
    Set<String> codes = new HashSet<>();
    for (JsonNode concept : concepts) {
      codes.add(Nodes.text(concept, "code"));
      codes.addAll(concepts(Nodes.list(concept, "concept")));
    }
    return codes;
  }
}
