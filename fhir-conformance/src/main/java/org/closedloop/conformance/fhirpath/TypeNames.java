package org.closedloop.conformance.fhirpath;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;

/** Type names an expression may use. */
final class TypeNames {

  private static final Set<String> OWN =
      Set.of(
          "Boolean",
          "Integer",
          "Decimal",
          "String",
          "Date",
          "DateTime",
          "Time",
          "Quantity",
          "Element",
          "BackboneElement",
          "Resource",
          "DomainResource");

  private TypeNames() {}

  /** Whether R4 or FHIRPath has such a type; a misspelt one would never match. */
  static boolean isKnown(String name) {
    String plain = plain(name);
    if (plain.startsWith("System.")) {
      return OWN.contains(plain.substring("System.".length()));
    }
    FhirContext context = FhirContext.forR4Cached();
    return OWN.contains(plain)
        || context.getResourceTypes().contains(plain)
        || context.getElementDefinition(plain) != null;
  }

  /** Without the namespace FHIR. */
  static String plain(String name) {
    return name.startsWith("FHIR.") ? name.substring("FHIR.".length()) : name;
  }
}
