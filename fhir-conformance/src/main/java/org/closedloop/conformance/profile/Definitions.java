package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.fhir.Nodes;

/** Conformance resources by canonical URL. One added later replaces one of the same URL. */
public final class Definitions {

  private final Map<String, JsonNode> structures = new HashMap<>();
  private final Map<String, JsonNode> valueSets = new HashMap<>();
  private final Map<String, JsonNode> codeSystems = new HashMap<>();

  /**
   * Adds a resource; types that do not matter for judging are passed over.
   *
   * @param resource StructureDefinition (a constraint with a differential), ValueSet or CodeSystem
   */
  public void add(JsonNode resource) {
    String url = Nodes.text(resource, "url");
    String type = Nodes.text(resource, "resourceType");
    if (url == null || type == null) {
      return;
    }
    switch (type) {
      case "StructureDefinition" -> structures.put(url, resource);
      case "ValueSet" -> valueSets.put(url, resource);
      case "CodeSystem" -> codeSystems.put(url, resource);
      default -> {
        // Examples, search parameters and the like say nothing about a message.
      }
    }
  }

  /** All StructureDefinitions. */
  Collection<JsonNode> structures() {
    return structures.values();
  }

  Optional<JsonNode> structure(String url) {
    return Optional.ofNullable(structures.get(url));
  }

  Optional<JsonNode> valueSet(String url) {
    return Optional.ofNullable(valueSets.get(url));
  }

  Optional<JsonNode> codeSystem(String url) {
    return Optional.ofNullable(codeSystems.get(url));
  }
}
