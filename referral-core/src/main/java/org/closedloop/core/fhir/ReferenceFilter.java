package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Removes, in place, references to what does not go out. A reference that also has an identifier of
 * the list stays as a logical one; an element that means nothing without its reference goes too.
 */
final class ReferenceFilter {

  /** Elements that are the point of the object they stand in (R4 demands them there). */
  private static final Set<String> POINT_OF_PARENT =
      Set.of("other", "reference", "valueReference", "member", "itemReference", "actor");

  private final MessageView view;
  private final Set<Entry> kept;
  private final WithheldLog log;

  ReferenceFilter(MessageView view, Set<Entry> kept, WithheldLog log) {
    this.view = view;
    this.kept = kept;
    this.log = log;
  }

  void filter(BundleView scope, Entry entry) {
    keepsMembers(scope, entry.type(), entry.resource());
  }

  /** False when the object has lost what it was about. */
  private boolean keepsMembers(BundleView scope, String type, ObjectNode object) {
    boolean pointless = false;
    Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      if (!keeps(scope, type, member.getKey(), member.getValue())) {
        members.remove();
        // A list may lose items, and so all of them: only a single reference is the whole point.
        pointless |=
            member.getValue() instanceof ObjectNode && POINT_OF_PARENT.contains(member.getKey());
      }
    }
    return !pointless && !object.isEmpty();
  }

  private boolean keeps(BundleView scope, String type, String name, JsonNode value) {
    if (value instanceof ArrayNode array) {
      Iterator<JsonNode> items = array.iterator();
      while (items.hasNext()) {
        if (items.next() instanceof ObjectNode object && !keeps(scope, type, name, object)) {
          items.remove();
        }
      }
      return !array.isEmpty();
    }
    return !(value instanceof ObjectNode object) || keeps(scope, type, name, object);
  }

  private boolean keeps(BundleView scope, String type, String name, ObjectNode object) {
    String literal = Nodes.text(object, "reference");
    if (literal != null && view.find(scope, literal).filter(kept::contains).isEmpty()) {
      log.add(type + "." + name, "reference-to-withheld");
      object.remove("reference");
      return object.has("identifier");
    }
    return keepsMembers(scope, type, object);
  }
}
