package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/** Tells which slice an item belongs to. */
final class SliceMatch {

  private final ProfileCheck check;
  private final Subject subject;
  private Item resolved;
  private Subject target;

  SliceMatch(ProfileCheck check, Subject subject) {
    this.check = check;
    this.subject = subject;
  }

  /** Position of the first slice that fits, -1 when none does. */
  int slice(ProfileNode sliced, List<ProfileNode> slices, Item item) {
    List<Discriminator> discriminators = discriminators(sliced, item);
    for (int i = 0; i < slices.size(); i++) {
      if (fits(discriminators, slices.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  private boolean fits(List<Discriminator> discriminators, ProfileNode slice, Item item) {
    for (int i = 0; i < discriminators.size(); i++) {
      if (!fits(discriminators.get(i), slice, item)) {
        return false;
      }
    }
    return true;
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
    return slice.expectedAt(path).holdsFor(values(item.value(), path));
  }

  /** Everything at a path of element names, through all items of arrays. */
  private static List<JsonNode> values(JsonNode from, List<String> path) {
    List<JsonNode> here = from == null ? List.of() : List.of(from);
    for (int i = 0; i < path.size(); i++) {
      here = here.size() == 1 ? Nodes.list(here.get(0), path.get(i)) : below(here, path.get(i));
    }
    return here;
  }

  private static List<JsonNode> below(List<JsonNode> nodes, String step) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode node : nodes) {
      all.addAll(Nodes.list(node, step));
    }
    return all;
  }

  private static JsonNode first(JsonNode from, List<String> path) {
    JsonNode here = from;
    for (int i = 0; i < path.size(); i++) {
      here = Nodes.at(here, path.get(i));
    }
    return here;
  }

  private boolean type(ProfileNode slice, Item item, Discriminator discriminator) {
    if (discriminator.resolves()) {
      Subject target = target(item);
      return target != null && isOfType(slice.targets(), target);
    }
    if (item.type().equals("Resource") || !discriminator.path().isEmpty()) {
      ProfileNode at =
          discriminator.path().isEmpty() ? slice : Expected.node(slice, discriminator.path());
      String type = Nodes.text(first(item.value(), discriminator.path()), "resourceType");
      return at != null && at.names(type);
    }
    return slice.types.isEmpty() ? namesType(slice, item) : slice.allows(item.type());
  }

  /** A slice {@code value[x]:valueQuantity} without a type of its own says it by its name. */
  private static boolean namesType(ProfileNode slice, Item item) {
    return slice.label.endsWith(":" + item.member().name());
  }

  private boolean isOfType(List<String> urls, Subject target) {
    for (int i = 0; i < urls.size(); i++) {
      if (isOfType(urls.get(i), check.profiles().findOrNull(urls.get(i)), target)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(String url, Profile profile, Subject target) {
    return target.type().equals(profile != null ? profile.type() : Canonical.baseType(url));
  }

  /** What an item refers to, null when nothing; looked for once for all slices. */
  private Subject target(Item item) {
    if (resolved != item) {
      resolved = item;
      target = check.target(subject, item.value()).orElse(null);
    }
    return target;
  }

  private boolean profile(ProfileNode slice, Item item, Discriminator discriminator) {
    if (discriminator.resolves()) {
      Subject target = target(item);
      return target != null && isOneOf(slice, target, slice.targets());
    }
    ProfileNode at = Expected.node(slice, discriminator.path());
    JsonNode inner = first(item.value(), discriminator.path());
    if (at == null || !(inner instanceof ObjectNode object)) {
      return false;
    }
    Path path = item.path();
    for (String step : discriminator.path()) {
      path = path.child(step);
    }
    return isOneOf(slice, entry(check, subject, object, path), at.profiles());
  }

  /**
   * A slice that must be there is found by type, so that its faults are told one by one; one that
   * may be there only takes what conforms.
   */
  private boolean isOneOf(ProfileNode slice, Subject target, List<String> urls) {
    for (int i = 0; i < urls.size(); i++) {
      Profile profile = check.profiles().findOrNull(urls.get(i));
      if (isOfType(urls.get(i), profile, target)
          && (profile == null || slice.min > 0 || check.conforms(target, profile))) {
        return true;
      }
    }
    return false;
  }

  private static boolean exists(ProfileNode slice, Item item, List<String> path) {
    ProfileNode at = Expected.node(slice, path);
    boolean there = !values(item.value(), path).isEmpty();
    return at != null && (at.max == 0 ? !there : there);
  }

  /** A resource in an entry of a Bundle: what it refers to is looked for in that Bundle first. */
  static Subject entry(ProfileCheck check, Subject bundle, ObjectNode resource, Path path) {
    BundleView scope = check.message().bundle(bundle.resource());
    return new Subject(resource, path, scope == null ? bundle.scope() : scope, resource);
  }
}
