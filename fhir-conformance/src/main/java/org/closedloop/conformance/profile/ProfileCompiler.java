package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.conformance.fhirpath.Compilation;
import org.closedloop.conformance.fhirpath.FhirPath;
import org.closedloop.conformance.invariant.PublishedErrors;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.core.fhir.Nodes;

/**
 * Turns a StructureDefinition and its bases into a {@link Profile}. What R4 itself says is not
 * repeated: the strict shape has judged that.
 */
final class ProfileCompiler {

  private final Definitions definitions;
  private final Terminology terminology;
  private final NodePaths paths;

  ProfileCompiler(Definitions definitions, R4Model model) {
    this.definitions = definitions;
    this.terminology = new Terminology(definitions);
    this.paths = new NodePaths(model);
  }

  /**
   * Compiles one.
   *
   * @throws BrokenDefinitionException when it names what R4 does not have, or slices in a way that
   *     is not supported
   */
  Profile compile(JsonNode structure) {
    String url = Nodes.text(structure, "url");
    String type = Nodes.text(structure, "type");
    try {
      ProfileNode root = paths.root(type);
      for (JsonNode base : fromBaseDown(structure)) {
        overlay(root, base);
      }
      return new Profile(url, Nodes.text(structure, "name"), type, contexts(structure), root);
    } catch (BrokenDefinitionException e) {
      throw new BrokenDefinitionException("Profile " + url + ": " + e.getMessage(), e);
    }
  }

  private Deque<JsonNode> fromBaseDown(JsonNode structure) {
    Deque<JsonNode> chain = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    Optional<JsonNode> next = Optional.of(structure);
    while (next.isPresent()) {
      JsonNode here = next.get();
      if (!seen.add(Nodes.text(here, "url"))) {
        throw new BrokenDefinitionException("it is its own base");
      }
      chain.push(here);
      String base = Canonical.withoutVersion(here.path("baseDefinition").asText());
      next = definitions.structure(base);
      if (next.isEmpty() && Canonical.baseType(base) == null) {
        throw new BrokenDefinitionException("its base " + base + " is not there");
      }
    }
    return chain;
  }

  private static List<String> contexts(JsonNode structure) {
    List<String> contexts = new ArrayList<>();
    for (JsonNode context : Nodes.list(structure, "context")) {
      if (!"element".equals(Nodes.text(context, "type"))) {
        return List.of();
      }
      contexts.add(Nodes.text(context, "expression"));
    }
    return contexts;
  }

  private void overlay(ProfileNode root, JsonNode structure) {
    if (!structure.has("differential")) {
      throw new BrokenDefinitionException("it has no differential");
    }
    for (JsonNode json : Nodes.list(structure.get("differential"), "element")) {
      ElementDefinition element = ElementDefinition.of(json);
      apply(element, paths.find(root, element.steps()));
    }
  }

  private void apply(ElementDefinition element, ProfileNode node) {
    JsonNode json = element.json();
    if (json.has("min")) {
      node.min = json.get("min").intValue();
    }
    if (json.has("max")) {
      String max = Nodes.text(json, "max");
      node.max = "*".equals(max) ? Integer.MAX_VALUE : Integer.parseInt(max);
    }
    if (json.has("type")) {
      node.types = Nodes.list(json, "type").stream().map(TypeRule::of).toList();
    }
    JsonNode fixed = element.value("fixed");
    node.fixed = fixed == null ? node.fixed : fixed;
    JsonNode pattern = element.value("pattern");
    if (pattern != null) {
      node.patterns.add(pattern);
    }
    bind(node, json.path("binding"));
    slice(node, json.path("slicing"));
    Nodes.list(json, "constraint").forEach(constraint -> condition(node, constraint));
  }

  private void bind(ProfileNode node, JsonNode binding) {
    String valueSet = Nodes.text(binding, "valueSet");
    if (valueSet != null && "required".equals(Nodes.text(binding, "strength"))) {
      terminology
          .codes(valueSet)
          .ifPresent(
              codes -> node.binding = new Binding(Canonical.withoutVersion(valueSet), codes));
    }
  }

  private static void slice(ProfileNode node, JsonNode slicing) {
    if (slicing.isMissingNode()) {
      return;
    }
    node.closed = "closed".equals(Nodes.text(slicing, "rules"));
    List<Discriminator> discriminators = new ArrayList<>();
    for (JsonNode discriminator : Nodes.list(slicing, "discriminator")) {
      discriminators.add(
          Discriminator.of(Nodes.text(discriminator, "type"), Nodes.text(discriminator, "path")));
    }
    node.discriminators = discriminators;
  }

  private static void condition(ProfileNode node, JsonNode constraint) {
    String expression = Nodes.text(constraint, "expression");
    if (expression != null && "error".equals(Nodes.text(constraint, "severity"))) {
      String key = Nodes.text(constraint, "key");
      node.invariants.removeIf(known -> known.key().equals(key));
      node.invariants.add(
          new Invariant(key, Nodes.text(constraint, "human"), compiled(key, expression)));
    }
  }

  private static FhirPath compiled(String key, String expression) {
    return switch (FhirPath.compile(PublishedErrors.correct(expression))) {
      case Compilation.Compiled(FhirPath path) -> path;
      case Compilation.Refused(String reason) ->
          throw new BrokenDefinitionException("invariant " + key + ": " + reason);
    };
  }
}
