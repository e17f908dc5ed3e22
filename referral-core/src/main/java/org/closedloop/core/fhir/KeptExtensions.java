package org.closedloop.core.fhir;

import java.util.Map;
import java.util.Set;

/**
 * Which extensions go out, where and with which value: those of the profiles of the guide and of US
 * Core, and data-absent-reason.
 */
final class KeptExtensions {

  private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
  private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
  private static final String ANY = "";

  /**
   * A listed extension.
   *
   * @param type resource type it may stand in, empty for any
   * @param holder element it may stand in: empty for any, the type for the resource itself
   * @param value its one value element, null when it has parts instead
   * @param parts the value element of each part by the part's url
   */
  record Listed(String type, String holder, String value, Map<String, String> parts) {

    private boolean mayStandIn(String resource, String element) {
      return (type.equals(ANY) || type.equals(resource))
          && (holder.equals(ANY) || holder.equals(element));
    }
  }

  private static final Map<String, Listed> BY_URL =
      Map.of(
          US_CORE + "race", parts("ombCategory", "detailed"),
          US_CORE + "ethnicity", parts("ombCategory", "detailed"),
          US_CORE + "birthsex", value("Patient", "Patient", "valueCode"),
          US_CORE + "genderIdentity", value("Patient", "Patient", "valueCodeableConcept"),
          CORE + "condition-assertedDate", value("Condition", "Condition", "valueDateTime"),
          CORE + "contactpoint-comment", value(ANY, "telecom", "valueString"),
          CORE + "data-absent-reason", value(ANY, ANY, "valueCode"));

  private KeptExtensions() {}

  /**
   * The entry of the list, null when the extension does not go out from there.
   *
   * @param resource type of the resource
   * @param element name of the element it stands in; the type for the resource itself
   */
  static Listed find(String url, String resource, String element) {
    Listed listed = url == null ? null : BY_URL.get(url);
    return listed != null && listed.mayStandIn(resource, element) ? listed : null;
  }

  /** What a part of a listed extension may hold: a value and no parts of its own. */
  static Listed part(Listed whole, String url) {
    String value = url == null ? null : whole.parts().get(url);
    return value == null ? null : value(ANY, ANY, value);
  }

  /** Names that may stand in an extension beside its value. */
  static Set<String> members(Listed listed) {
    return listed.value() == null
        ? Set.of("url", "extension")
        : Set.of("url", listed.value(), "_" + listed.value());
  }

  private static Listed value(String type, String holder, String value) {
    return new Listed(type, holder, value, Map.of());
  }

  private static Listed parts(String first, String second) {
    return new Listed(
        "Patient",
        "Patient",
        null,
        Map.of(first, "valueCoding", second, "valueCoding", "text", "valueString"));
  }
}
