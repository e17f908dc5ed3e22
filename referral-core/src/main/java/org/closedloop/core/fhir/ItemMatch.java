package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.Item;

/** Which items of a use case a resource is, in a section of a Composition. */
public final class ItemMatch {

  private ItemMatch() {}

  /** The items of the list that mean this resource in this section. */
  public static List<Item> items(Flow flow, Entry entry, String sectionCode) {
    return flow.items().stream().filter(item -> matches(item, entry, sectionCode)).toList();
  }

  private static boolean matches(Item item, Entry entry, String sectionCode) {
    return entry.is(item.type())
        && item.section().equals(sectionCode)
        && (item.codes().isEmpty() || hasAnyCode(item, entry));
  }

  private static boolean hasAnyCode(Item item, Entry entry) {
    return Stream.of("code", "medicationCodeableConcept")
        .map(element -> Nodes.at(entry.resource(), element))
        .anyMatch(concept -> hasAnyCode(item, concept));
  }

  private static boolean hasAnyCode(Item item, JsonNode concept) {
    return item.codes().stream().anyMatch(c -> Nodes.hasCoding(concept, c.system(), c.code()));
  }
}
