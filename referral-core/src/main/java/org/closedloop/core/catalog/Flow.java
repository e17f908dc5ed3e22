package org.closedloop.core.catalog;

import java.util.List;

/**
 * What one direction of a use case may carry.
 *
 * @param section code (system {@code http://hl7.org/fhir/us/bser/CodeSystem/bser}) of the one
 *     use-case section of the Composition
 * @param otherSections further section codes that may stand in the same Composition
 * @param items the allow-list
 */
public record Flow(String section, List<String> otherSections, List<Item> items) {

  public Flow {
    otherSections = otherSections == null ? List.of() : List.copyOf(otherSections);
    items = List.copyOf(items);
  }
}
