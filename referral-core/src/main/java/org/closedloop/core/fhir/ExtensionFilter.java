package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Drops, in place, the extensions of one resource that are not on the list. */
final class ExtensionFilter {

  private final String type;
  private final WithheldLog log;
  private final BiPredicate<JsonNode, String> values;

  /**
   * @param type of the resource
   * @param values filters the value of an extension, false when nothing of it is left
   */
  ExtensionFilter(String type, WithheldLog log, BiPredicate<JsonNode, String> values) {
    this.type = type;
    this.log = log;
    this.values = values;
  }

  /**
   * Filters the extensions of one element; false when none is left.
   *
   * @param holder name of the element, the type for the resource itself
   */
  boolean keepsAny(ArrayNode extensions, String holder) {
    return keepsAny(extensions, url -> KeptExtensions.find(url, type, holder));
  }

  private boolean keepsAny(ArrayNode extensions, Function<String, KeptExtensions.Listed> list) {
    Iterator<JsonNode> items = extensions.iterator();
    while (items.hasNext()) {
      if (!(items.next() instanceof ObjectNode extension) || !keeps(extension, list)) {
        log.add(type + ".extension", "extension-not-listed");
        items.remove();
      }
    }
    return !extensions.isEmpty();
  }

  private boolean keeps(ObjectNode extension, Function<String, KeptExtensions.Listed> list) {
    KeptExtensions.Listed listed = list.apply(Nodes.text(extension, "url"));
    if (listed == null) {
      return false;
    }
    Set<String> kept = KeptExtensions.members(listed);
    Iterator<Map.Entry<String, JsonNode>> members = extension.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      if (!kept.contains(member.getKey()) || !keepsMember(listed, member)) {
        members.remove();
      }
    }
    return extension.size() > 1;
  }

  private boolean keepsMember(KeptExtensions.Listed listed, Map.Entry<String, JsonNode> member) {
    return member.getKey().equals("extension")
        ? member.getValue() instanceof ArrayNode parts
            && keepsAny(parts, url -> KeptExtensions.part(listed, url))
        : values.test(member.getValue(), member.getKey());
  }
}
