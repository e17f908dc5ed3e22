package org.closedloop.conformance.profile;

/** Canonical URLs. */
final class Canonical {

  /** Where FHIR itself defines its types. */
  private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

  private Canonical() {}

  static String withoutVersion(String canonical) {
    int bar = canonical.indexOf('|');
    return bar < 0 ? canonical : canonical.substring(0, bar);
  }

  /** The type a URL of FHIR itself names, null for any other URL. */
  static String baseType(String url) {
    return url.startsWith(BASE) ? url.substring(BASE.length()) : null;
  }
}
