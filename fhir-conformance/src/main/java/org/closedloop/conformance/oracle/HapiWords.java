package org.closedloop.conformance.oracle;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words for what HAPI found: its own where they name only definitions, else a plain sentence. */
final class HapiWords {

  /** Messages that say element, number, type, slice and profile, and quote nothing. */
  private static final Set<String> QUOTE_NOTHING =
      Set.of(
          "Validation_VAL_Profile_Minimum",
          "Validation_VAL_Profile_Maximum",
          "Validation_VAL_Profile_Minimum_SLICE",
          "Validation_VAL_Profile_WrongType",
          "Validation_BUNDLE_Message",
          "Extension_PROF_Type",
          "Profile_VAL_MissingElement",
          "Reference_REF_BadTargetType",
          "Bundle_BUNDLE_Entry_Document",
          "Bundle_BUNDLE_Entry_NoFullUrl",
          "BUNDLE_BUNDLE_ENTRY_FULLURL_REQUIRED");

  /** Keys of invariants: {@code bdl-12}, {@code us-core-6}. HAPI quotes only the invariant. */
  private static final Pattern INVARIANT = Pattern.compile("[a-z][a-z-]*-[0-9]+");

  private static final Map<String, String> OTHERS =
      Map.of(
          "_DT_Fixed_Wrong", "The value is not the one the profile demands here.",
          "TYPE_CHECKS_", "The value is not the one the profile demands here.",
          "Terminology_TX_NoValid", "The code is not of the value set the profile demands here.",
          "Terminology", "The code is not one of its code system.",
          "Reference", "The reference does not lead to what the profile demands here.",
          "XHTML", "The narrative is not of FHIR's subset of XHTML.",
          "Type_Specific_Checks", "The value is not one of its type.",
          "Extension", "The extension is not allowed here, or not as it is defined.");

  private HapiWords() {}

  /**
   * A sentence for people.
   *
   * @param kind id of HAPI's message, or key of an invariant
   * @param original HAPI's own text, which may quote the message
   */
  static String text(String kind, String original) {
    if (QUOTE_NOTHING.contains(kind) || INVARIANT.matcher(kind).matches()) {
      return original;
    }
    return OTHERS.keySet().stream()
        .filter(kind::startsWith)
        .max(String::compareTo)
        .map(OTHERS::get)
        .orElse("HAPI's validator does not accept this element.");
  }

  /** The issue-type code that goes with it. */
  static String issueType(String kind) {
    if (INVARIANT.matcher(kind).matches()) {
      return "invariant";
    }
    if (kind.startsWith("Terminology")) {
      return "code-invalid";
    }
    return kind.contains("Minimum") || kind.contains("Missing") ? "required" : "structure";
  }
}
