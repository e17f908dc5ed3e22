package org.closedloop.conformance.fhirpath;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names a type answers to.
 *
 * @param names its own and those it derives from; of a primitive not FHIRPath's own type: a
 *     dateTime of FHIR is no {@code DateTime}, as HL7's engine has it too
 * @param kept those it answers to when a collection is filtered: FHIRPath's own type is one, but of
 *     a primitive not those it derives from, as HL7's engine has it (an id is no string for {@code
 *     ofType(string)})
 */
record TypeLineage(Set<String> names, Set<String> kept) {

  private static final Set<String> PLAIN_RESOURCES = Set.of("Bundle", "Binary", "Parameters");
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          Map.entry("code", "string"),
          Map.entry("id", "string"),
          Map.entry("markdown", "string"),
          Map.entry("url", "uri"),
          Map.entry("canonical", "uri"),
          Map.entry("oid", "uri"),
          Map.entry("uuid", "uri"),
          Map.entry("unsignedInt", "integer"),
          Map.entry("positiveInt", "integer"),
          Map.entry("Age", "Quantity"),
          Map.entry("Count", "Quantity"),
          Map.entry("Distance", "Quantity"),
          Map.entry("Duration", "Quantity"),
          Map.entry("SimpleQuantity", "Quantity"),
          Map.entry("MoneyQuantity", "Quantity"));
  private static final Set<String> BACKBONE_TYPES =
      Set.of("Dosage", "Timing", "ElementDefinition", "DataRequirement");

  static TypeLineage of(String name, PrimitiveKind kind, boolean resource) {
    Set<String> names = new HashSet<>();
    for (String type = name; type != null; type = PARENTS.get(type)) {
      names.add(type);
    }
    if (resource) {
      names.add("Resource");
      if (!PLAIN_RESOURCES.contains(name)) {
        names.add("DomainResource");
      }
    } else {
      names.add("Element");
      if (name.endsWith("Component") || BACKBONE_TYPES.contains(name)) {
        names.add("BackboneElement");
      }
    }
    if (kind == null) {
      return new TypeLineage(Set.copyOf(names), Set.copyOf(names));
    }
    Set<String> own = new HashSet<>(Set.of(name));
    addSystem(own, kind.systemName());
    if (name.equals("date")) {
      addSystem(own, "Date");
    }
    return new TypeLineage(Set.copyOf(names), Set.copyOf(own));
  }

  private static void addSystem(Set<String> names, String name) {
    names.add(name);
    names.add("System." + name);
  }

  boolean isA(String type) {
    return names.contains(type);
  }

  boolean isKeptAs(String type) {
    return kept.contains(type);
  }
}
