package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Map<List<String>, Expected> expectations = new ConcurrentHashMap<>(2);

  ProfileNode(String label, List<Element> members) {
    this.label = label;
    this.members = members;
  }

  /** The slice of a name, made when it is not there yet. */
  ProfileNode slice(String name) {
    return slices.computeIfAbsent(name, n -> new ProfileNode(label + ":" + n, members));
  }

  /** Whether any value, or none, is fine: many elements are named only to be marked. */
  boolean saysNothing() {
    return min == 0
        && max == Integer.MAX_VALUE
        && fixed == null
        && binding == null
        && types.isEmpty()
        && patterns.isEmpty()
        && invariants.isEmpty()
        && children.isEmpty()
        && slices.isEmpty();
  }

  /** Whether values of this type are fine here. */
  boolean allows(String type) {
    return types.isEmpty() || names(type);
  }

  /** Whether one of the types it lists is this one. */
  boolean names(String type) {
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).code().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** What a discriminator finds this slice to expect at a path; the same for every message. */
  Expected expectedAt(List<String> path) {
    Expected known = expectations.get(path);
    if (known == null) {
      known = Expected.of(this, path);
      expectations.put(path, known);
    }
    return known;
  }

  /** Profiles of all its types. */
  List<String> profiles() {
    if (types.size() == 1) {
      return types.get(0).profiles();
    }
    List<String> profiles = new ArrayList<>();
    types.forEach(rule -> profiles.addAll(rule.profiles()));
    return profiles;
  }

  /** Profiles and types a Reference here may lead to, of all its types. */
  List<String> targets() {
    if (types.size() == 1) {
      return types.get(0).targets();
    }
    List<String> targets = new ArrayList<>();
    types.forEach(rule -> targets.addAll(rule.targets()));
    return targets;
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
