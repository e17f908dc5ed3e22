package org.closedloop.core.fhir;

import java.util.Map;
import java.util.Set;

/** Which extensions go out: those of the profiles of the guide, and data-absent-reason. */
final class KeptExtensions {

  private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
  private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
  private static final String BSER = "http://hl7.org/fhir/us/bser/StructureDefinition/";
  private static final Set<String> OMB = Set.of("ombCategory", "detailed", "text");

  private static final Map<String, Set<String>> PARTS_BY_URL =
      Map.of(
          US_CORE + "race", OMB,
          US_CORE + "ethnicity", OMB,
          US_CORE + "birthsex", Set.of(),
          US_CORE + "genderIdentity", Set.of(),
          CORE + "contactpoint-comment", Set.of(),
          CORE + "data-absent-reason", Set.of());

  private KeptExtensions() {}

  /** The parts an extension may have, null when the extension itself does not go out. */
  static Set<String> parts(String url) {
    if (url == null) {
      return null;
    }
    return url.startsWith(BSER) ? Set.of() : PARTS_BY_URL.get(url);
  }
}
