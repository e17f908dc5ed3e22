package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.fhir.Nodes;

/** One walk through one resource under one profile. */
final class ProfileWalk {

  private final Subject subject;
  private final Profile profile;
  private final Outcome outcome;
  private final References references;
  private final SliceMatch matching;
  private final Conditions conditions;

  ProfileWalk(ProfileCheck check, Duty duty, Outcome outcome) {
    this.subject = duty.subject();
    this.profile = duty.profile();
    this.outcome = outcome;
    this.references = new References(check, subject, profile, outcome);
    this.matching = new SliceMatch(check, subject);
    this.conditions = new Conditions(check, subject);
  }

  void run() {
    for (Invariant invariant : profile.root().invariants) {
      if (!conditions.holds(invariant)) {
        outcome.findings.add(ProfileFindings.broken(profile, invariant, subject.path()));
      }
    }
    object(profile.root(), subject.resource(), subject.path());
  }

  private void object(ProfileNode node, JsonNode object, Path path) {
    for (ProfileNode child : node.children.values()) {
      if (!child.saysNothing()) {
        child(child, object, path);
      }
    }
  }

  private void child(ProfileNode node, JsonNode object, Path path) {
    List<Item> items = Item.of(object, node.members, path);
    count(node, items.size(), path);
    for (int i = 0; i < items.size(); i++) {
      value(node, items.get(i));
    }
    if (!node.slices.isEmpty()) {
      slices(node, items, path);
    }
  }

  private void count(ProfileNode node, int found, Path parent) {
    if (found < node.min) {
      outcome.findings.add(ProfileFindings.tooFew(profile, node, place(node, parent), found));
    } else if (found > node.max) {
      outcome.findings.add(ProfileFindings.tooMany(profile, node, place(node, parent)));
    }
  }

  private void value(ProfileNode node, Item item) {
    for (int i = 0; i < node.patterns.size(); i++) {
      JsonNode pattern = node.patterns.get(i);
      expect(Pattern.matches(pattern, item.value()), pattern, node, item);
    }
    if (node.fixed != null) {
      expect(isFixed(node, item), node.fixed, node, item);
    }
    if (node.binding != null && item.value() != null && !node.binding.accepts(item.value())) {
      outcome.findings.add(ProfileFindings.notInValueSet(profile, node, item.path()));
    }
    for (int i = 0; i < node.invariants.size(); i++) {
      Invariant invariant = node.invariants.get(i);
      if (!conditions.holds(invariant, item)) {
        outcome.findings.add(ProfileFindings.broken(profile, invariant, item.path()));
      }
    }
    references.check(node, item);
    if (item.value() instanceof ObjectNode object) {
      object(node, object, item.path());
    }
  }

  private void expect(boolean right, JsonNode expected, ProfileNode node, Item item) {
    if (!right) {
      outcome.findings.add(
          ProfileFindings.notExpected(profile, node, item.path(), Pattern.inWords(expected)));
    }
  }

  private static boolean isFixed(ProfileNode node, Item item) {
    return item.value() != null && Pattern.equal(node.fixed, item.value());
  }

  private void slices(ProfileNode node, List<Item> items, Path parent) {
    List<ProfileNode> slices = List.copyOf(node.slices.values());
    int[] counts = new int[slices.size()];
    for (Item item : items) {
      int slice = matching.slice(node, slices, item);
      if (slice >= 0) {
        counts[slice]++;
        value(slices.get(slice), item);
        if (!slices.get(slice).slices.isEmpty()) {
          slices(slices.get(slice), List.of(item), parent);
        }
      } else if (node.closed || isUnknownPart(node, item)) {
        outcome.findings.add(ProfileFindings.noSlice(profile, node, item.path()));
      }
    }
    for (int i = 0; i < counts.length; i++) {
      count(slices.get(i), counts[i], parent);
    }
  }

  /** A part of an extension is named by its definition; a full URL would be another extension. */
  private boolean isUnknownPart(ProfileNode node, Item item) {
    String url = Nodes.text(item.value(), "url");
    return profile.isExtension()
        && node.label.equals("Extension.extension")
        && url != null
        && url.indexOf(':') < 0;
  }

  private static Path place(ProfileNode node, Path parent) {
    String element = node.members.get(0).group();
    return parent.child(element);
  }
}
