package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes out of resources, in place, every element that does not go out. */
final class ElementFilter {

  private static final Set<String> META = Set.of("profile", "lastUpdated", "security");

  private final WithheldLog log;
  private final KeptIdentifiers identifiers;

  ElementFilter(WithheldLog log, KeptIdentifiers identifiers) {
    this.log = log;
    this.identifiers = identifiers;
  }

  void filter(Entry entry) {
    ObjectNode resource = entry.resource();
    String type = entry.type();
    keepOnly(resource, type, name -> KeptElements.keeps(type, name));
    keepOnly(resource.get("meta"), type + ".meta", META::contains);
    new ResourceFilter(entry, log, identifiers).run();
    identifiers.addOwnWhereNeeded(entry);
  }

  /**
   * The Bundle's own elements; its entries' resources are filtered one by one. Nothing beside a
   * primitive value stays: no profile of a Bundle has an extension.
   */
  void filterBundle(ObjectNode bundle) {
    keepOnly(bundle, "Bundle", name -> KeptElements.keeps("Bundle", name));
    bundle.remove("extension");
    keepOnly(bundle.get("meta"), "Bundle.meta", META::contains);
    keepOnly(bundle.get("identifier"), "Bundle.identifier", Set.of("system", "value")::contains);
    for (JsonNode label : Nodes.list(Nodes.at(bundle, "meta"), "security")) {
      keepOnly(label, "Bundle.meta.security", Set.of("system", "code", "display")::contains);
      withoutSiblings(label);
    }
    for (JsonNode entry : Nodes.list(bundle, "entry")) {
      keepOnly(entry, "Bundle.entry", Set.of("fullUrl", "resource")::contains);
      withoutSiblings(entry);
    }
    Stream.of(bundle, bundle.get("meta"), bundle.get("identifier")).forEach(this::withoutSiblings);
  }

  private void withoutSiblings(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.properties().removeIf(member -> member.getKey().startsWith("_"))) {
      log.add("Bundle.extension", "extension-not-listed");
    }
  }

  private void keepOnly(JsonNode node, String what, Predicate<String> keeps) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(member -> !kept(what, keeps, member.getKey()));
    }
  }

  private boolean kept(String what, Predicate<String> keeps, String member) {
    String name = plainName(member);
    boolean kept = keeps.test(name);
    if (!kept) {
      log.add(what + "." + name, "not-needed");
    }
    return kept;
  }

  /** The element a member belongs to: {@code _birthDate} carries extensions of birthDate. */
  static String plainName(String member) {
    return member.startsWith("_") ? member.substring(1) : member;
  }
}
