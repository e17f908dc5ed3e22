package org.closedloop.conformance.shape;

import java.util.List;
import java.util.Map;

/**
 * What R4 says of one type, compiled for lookup.
 *
 * @param name type name for messages, for instance {@code Task}
 * @param elements by JSON name
 * @param required groups (element names) of which one member must be there
 */
public record TypeTable(String name, Map<String, Element> elements, List<String> required) {

  public boolean isReference() {
    return name.equals("Reference");
  }

  /** Whether the type is Extension, whose url is an attribute in XML. */
  public boolean isExtension() {
    return name.equals("Extension");
  }
}
