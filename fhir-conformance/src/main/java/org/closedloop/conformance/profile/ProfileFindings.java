package org.closedloop.conformance.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.outcome.Finding;

/** The words for what a profile does not allow. They quote the profile, never the message. */
final class ProfileFindings {

  private ProfileFindings() {}

  static Finding tooFew(Profile profile, ProfileNode node, Path path, int found) {
    String text =
        found == 0
            ? "%s demands %s; add it."
            : "%s demands at least " + node.min + " of %s; add what is missing.";
    return Finding.error(
        "profile-" + node.label,
        "required",
        path.toString(),
        text.formatted(profile.name(), named(node)));
  }

  static Finding tooMany(Profile profile, ProfileNode node, Path path) {
    String text =
        node.max == 0
            ? "%s does not allow %s; leave it out."
            : "%s allows only " + node.max + " of %s; leave out the others.";
    return error("profile-", node, path, text.formatted(profile.name(), named(node)));
  }

  static Finding notExpected(Profile profile, ProfileNode node, Path path, String expected) {
    return Finding.error(
        "fixed-" + node.label,
        "value",
        path.toString(),
        "%s allows only %s here; send it.".formatted(profile.name(), expected));
  }

  static Finding notInValueSet(Profile profile, ProfileNode node, Path path) {
    return Finding.error(
        "binding-" + node.label,
        "code-invalid",
        path.toString(),
        "%s demands a code of the value set %s here; send one."
            .formatted(profile.name(), node.binding.valueSet()));
  }

  static Finding wrongType(Profile profile, ProfileNode node, Path path, Collection<String> types) {
    return error(
        "type-",
        node,
        path,
        "%s allows only %s here; send one of these types."
            .formatted(profile.name(), String.join(", ", types)));
  }

  static Finding wrongTarget(
      Profile profile, ProfileNode node, Path path, Collection<String> urls) {
    return error(
        "target-",
        node,
        path,
        "%s wants a reference to %s here; refer to such a resource."
            .formatted(
                profile.name(),
                urls.stream()
                    .map(url -> url.substring(url.lastIndexOf('/') + 1))
                    .collect(Collectors.joining(" or "))));
  }

  static Finding noSlice(Profile profile, ProfileNode node, Path path) {
    return error(
        "slice-",
        node,
        path,
        "%s allows here only what it lists for %s; remove this one."
            .formatted(profile.name(), node.label));
  }

  static Finding misplaced(Profile extension, Path path) {
    return Finding.error(
        "extension-context",
        path.toString(),
        "The extension %s may not stand here, only in %s; move or remove it."
            .formatted(extension.name(), String.join(", ", extension.contexts())));
  }

  static Finding broken(Profile profile, Invariant invariant, Path path) {
    return Finding.error(
        "invariant-" + invariant.key(),
        "invariant",
        path.toString(),
        "%s: %s".formatted(profile.name(), invariant.human()));
  }

  private static Finding error(String prefix, ProfileNode node, Path path, String text) {
    return Finding.error(prefix + node.label, "structure", path.toString(), text);
  }

  /** The element; of a slice also what makes a value belong to it, since its name tells nobody. */
  private static String named(ProfileNode node) {
    List<String> marks = new ArrayList<>();
    if (node.label.lastIndexOf(':') > node.label.lastIndexOf('.')) {
      node.expected().forEach(expected -> marks.add(Pattern.inWords(expected)));
      for (Map.Entry<String, ProfileNode> child : node.children.entrySet()) {
        child
            .getValue()
            .expected()
            .forEach(expected -> marks.add(child.getKey() + " " + Pattern.inWords(expected)));
      }
    }
    return marks.isEmpty() ? node.label : node.label + " (" + String.join(", ", marks) + ")";
  }
}
