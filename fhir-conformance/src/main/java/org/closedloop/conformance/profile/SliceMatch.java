package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/** Tells which slice an item belongs to. */
final class SliceMatch {

  private final ProfileCheck check;
  private final Subject subject;

  SliceMatch(ProfileCheck check, Subject subject) {
    this.check = check;
    this.subject = subject;
  }

  /** Position of the first slice that fits, -1 when none does. */
  int slice(ProfileNode sliced, List<ProfileNode> slices, Item item) {
    List<Discriminator> discriminators = discriminators(sliced, item);
    for (int i = 0; i < slices.size(); i++) {
      ProfileNode slice = slices.get(i);
      if (discriminators.stream().allMatch(d -> fits(d, slice, item))) {
        return i;
      }
    }
    return -1;
  }

  private static List<Discriminator> discriminators(ProfileNode sliced, Item item) {
    boolean extensions = "extension".equals(item.member().name());
    return extensions ? List.of(Discriminator.URL) : sliced.discriminators;
  }

  private boolean fits(Discriminator discriminator, ProfileNode slice, Item item) {
    return switch (discriminator.kind()) {
      case VALUE -> value(slice, item, discriminator.path());
      case TYPE -> type(slice, item, discriminator);
      case PROFILE -> profile(slice, item, discriminator);
      case EXISTS -> exists(slice, item, discriminator.path());
    };
  }

  private static boolean value(ProfileNode slice, Item item, List<String> path) {
    if (slice.types.size() == 1 && path.equals(Discriminator.URL.path())) {
      List<String> profiles = slice.types.get(0).profiles();
      if (!profiles.isEmpty()) {
        return profiles.contains(Nodes.text(item.value(), "url"));
      }
    }
    return Expected.of(slice, path).holdsFor(values(item.value(), path));
  }

  /** Everything at a path of element names, through all items of arrays. */
  private static List<JsonNode> values(JsonNode from, List<String> path) {
    List<JsonNode> here = from == null ? List.of() : List.of(from);
    for (String step : path) {
      List<JsonNode> next = new ArrayList<>();
      here.forEach(node -> next.addAll(Nodes.list(node, step)));
      here = next;
    }
    return here;
  }

  private boolean type(ProfileNode slice, Item item, Discriminator discriminator) {
    if (discriminator.resolves()) {
      return check
          .target(subject, item.value())
          .filter(target -> targets(slice).stream().anyMatch(url -> isOfType(url, target)))
          .isPresent();
    }
    if (item.type().equals("Resource") || !discriminator.path().isEmpty()) {
      ProfileNode at =
          discriminator.path().isEmpty() ? slice : Expected.node(slice, discriminator.path());
      String type =
          Nodes.text(
              Nodes.at(item.value(), discriminator.path().toArray(String[]::new)), "resourceType");
      return at != null && at.types.stream().anyMatch(rule -> rule.code().equals(type));
    }
    return slice.types.isEmpty() ? namesType(slice, item) : slice.allows(item.type());
  }

  /** A slice {@code value[x]:valueQuantity} without a type of its own says it by its name. */
  private static boolean namesType(ProfileNode slice, Item item) {
    return slice.label.endsWith(":" + item.member().name());
  }

  private boolean isOfType(String url, Subject target) {
    return check
        .profiles()
        .find(url)
        .map(profile -> profile.type().equals(target.type()))
        .orElseGet(() -> target.type().equals(Canonical.baseType(url)));
  }

  private boolean profile(ProfileNode slice, Item item, Discriminator discriminator) {
    if (discriminator.resolves()) {
      Optional<Subject> target = check.target(subject, item.value());
      return target.isPresent() && isOneOf(slice, target.get(), targets(slice));
    }
    ProfileNode at = Expected.node(slice, discriminator.path());
    JsonNode inner = Nodes.at(item.value(), discriminator.path().toArray(String[]::new));
    if (at == null || !(inner instanceof ObjectNode object)) {
      return false;
    }
    List<String> urls = at.types.stream().flatMap(rule -> rule.profiles().stream()).toList();
    Path path = discriminator.path().stream().reduce(item.path(), Path::child, (a, b) -> b);
    return isOneOf(slice, entry(check, subject, object, path), urls);
  }

  /**
   * A slice that must be there is found by type, so that its faults are told one by one; one that
   * may be there only takes what conforms.
   */
  private boolean isOneOf(ProfileNode slice, Subject target, List<String> urls) {
    return urls.stream()
        .anyMatch(
            url ->
                check
                    .profiles()
                    .find(url)
                    .map(
                        p ->
                            p.type().equals(target.type())
                                && (slice.min > 0 || check.conforms(target, p)))
                    .orElseGet(() -> target.type().equals(Canonical.baseType(url))));
  }

  private static List<String> targets(ProfileNode slice) {
    return slice.types.stream().flatMap(rule -> rule.targets().stream()).toList();
  }

  private static boolean exists(ProfileNode slice, Item item, List<String> path) {
    ProfileNode at = Expected.node(slice, path);
    boolean there = !values(item.value(), path).isEmpty();
    return at != null && (at.max == 0 ? !there : there);
  }

  /** A resource in an entry of a Bundle: what it refers to is looked for in that Bundle first. */
  static Subject entry(ProfileCheck check, Subject bundle, ObjectNode resource, Path path) {
    BundleView scope =
        check
            .message()
            .bundles()
            .filter(view -> view.bundle() == bundle.resource())
            .findFirst()
            .orElse(bundle.scope());
    return new Subject(resource, path, scope, resource);
  }
}
