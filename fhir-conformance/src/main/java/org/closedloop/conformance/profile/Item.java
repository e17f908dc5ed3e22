package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.shape.Element;
import org.closedloop.conformance.shape.Path;

/**
 * One occurrence of an element.
 *
 * @param value its value, null when it only has extensions
 * @param sibling id and extensions of a primitive value, null when there are none
 * @param member the member it stands in, null for a whole resource or data type
 * @param path where it stands
 */
record Item(JsonNode value, ObjectNode sibling, Element member, Path path) {

  /** What an object has at these members, in the order of the document. */
  static List<Item> of(JsonNode object, List<Element> members, Path path) {
    List<Item> items = List.of();
    for (int i = 0; i < members.size(); i++) {
      Element member = members.get(i);
      JsonNode value = object.get(member.name());
      JsonNode sibling = member.kind() == Element.Kind.PRIMITIVE ? sibling(object, member) : null;
      if (value != null || sibling != null) {
        JsonNode leading = value != null ? value : sibling;
        items = items.isEmpty() ? new ArrayList<>(Math.max(1, leading.size())) : items;
        collect(items, member, value, sibling, path);
      }
    }
    return items;
  }

  private static JsonNode sibling(JsonNode object, Element member) {
    return object.get(member.siblingName());
  }

  private static void collect(
      List<Item> items, Element member, JsonNode value, JsonNode sibling, Path path) {
    JsonNode leading = value != null ? value : sibling;
    if (!leading.isArray()) {
      items.add(new Item(value, object(sibling), member, path.child(member.pathName())));
      return;
    }
    for (int i = 0; i < leading.size(); i++) {
      JsonNode beside = sibling == null ? null : sibling.get(i);
      JsonNode item = value == null || value.path(i).isNull() ? null : value.get(i);
      items.add(new Item(item, object(beside), member, path.item(member.pathName(), i)));
    }
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : null;
  }

  String type() {
    return NodePaths.typeOf(member);
  }
}
