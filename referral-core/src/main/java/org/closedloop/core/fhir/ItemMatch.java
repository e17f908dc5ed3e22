package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.catalog.Code;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.Item;

/** Which items of a use case a resource is, in a section of a Composition. */
public final class ItemMatch {

  private ItemMatch() {}

  /** The items of the list that mean this resource in this section. */
  public static List<Item> items(Flow flow, Entry entry, String sectionCode) {
    List<Item> found = List.of();
    for (Item item : flow.items()) {
      if (means(item, entry, sectionCode)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(item);
      }
    }
    return found;
  }

  /** Whether an item means this resource in this section. */
  public static boolean means(Item item, Entry entry, String sectionCode) {
    return entry.is(item.type())
        && item.section().equals(sectionCode)
        && (item.codes().isEmpty() || hasAnyCode(item, entry));
  }

  private static boolean hasAnyCode(Item item, Entry entry) {
    return hasAnyCode(item, Nodes.at(entry.resource(), "code"))
        || hasAnyCode(item, Nodes.at(entry.resource(), "medicationCodeableConcept"));
  }

  private static boolean hasAnyCode(Item item, JsonNode concept) {
    for (Code code : item.codes()) {
      if (Nodes.hasCoding(concept, code.system(), code.code())) {
        return true;
      }
    }
    return false;
  }
}
