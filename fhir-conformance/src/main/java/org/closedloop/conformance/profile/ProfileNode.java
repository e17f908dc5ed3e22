package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.conformance.shape.Element;

/**
 * What a profile says of one element or slice, its bases included. Filled by {@link
 * ProfileCompiler}, and never changed afterwards.
 */
final class ProfileNode {

  /** The element as the profile's reader knows it: {@code Task.identifier:filler.value}. */
  final String label;

  /** The JSON members that make up the element: several for a choice of types. */
  final List<Element> members;

  int min;
  int max = Integer.MAX_VALUE;
  JsonNode fixed;
  Binding binding;
  boolean closed;
  List<TypeRule> types = List.of();
  List<Discriminator> discriminators = List.of();
  final List<JsonNode> patterns = new ArrayList<>();
  final List<Invariant> invariants = new ArrayList<>();
  final Map<String, ProfileNode> children = new LinkedHashMap<>();
  final Map<String, ProfileNode> slices = new LinkedHashMap<>();

  ProfileNode(String label, List<Element> members) {
    this.label = label;
    this.members = members;
  }

  /** The slice of a name, made when it is not there yet. */
  ProfileNode slice(String name) {
    return slices.computeIfAbsent(name, n -> new ProfileNode(label + ":" + n, members));
  }

  /** Whether values of this type are fine here. */
  boolean allows(String type) {
    return types.isEmpty() || types.stream().anyMatch(rule -> rule.code().equals(type));
  }

  /** Everything a value has to contain, and equal. */
  List<JsonNode> expected() {
    List<JsonNode> expected = new ArrayList<>(patterns);
    if (fixed != null) {
      expected.add(fixed);
    }
    return expected;
  }
}
