package org.closedloop.conformance.oracle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;

/**
 * What HAPI and the gate say of one message.
 *
 * @param all HAPI's errors
 * @param hapi the same, but for those the hub takes
 * @param gate what the gate says, with its rules
 * @param definitions what the gate says by R4 and the profiles alone
 */
record BothVerdicts(
    List<Finding> all, List<Finding> hapi, GateResult gate, GateResult definitions) {

  /** A code that its code system lacks, or without one, where no binding demands one. */
  private static final String UNKNOWN_CODE = "hapi-Terminology_PassThrough_TX_Message";

  /**
   * A slice of entries that HAPI recognises by their profile, and misses when one of them has such
   * a code.
   */
  private static final String SLICE = "hapi-Validation_VAL_Profile_Minimum_SLICE";

  /** A resource in a document that nothing refers to: it is withheld and told. */
  private static final String ORPHAN = "hapi-Bundle_BUNDLE_Entry_Orphan_DOCUMENT";

  /** HAPI names the first entry of the Bundle, or who points to the entry, for its fullUrl. */
  private static final Set<String> OF_FULL_URL =
      Set.of(
          "hapi-BUNDLE_ENTRY_URL_ABSOLUTE",
          "hapi-BUNDLE_ENTRY_URL_MATCHES_TYPE_ID",
          "hapi-Bundle_BUNDLE_Entry_NotFound");

  /** HAPI's slicing broke: it names the list that is sliced, whatever broke it. */
  private static final String BROKEN_SLICING = "hapi-SLICING_CANNOT_BE_EVALUATED";

  /** Where the gate refuses what HAPI warns of or does not look at. */
  private enum Stricter {
    /** HAPI cannot look up a relative system and warns. */
    RELATIVE_SYSTEM("shape-absolute"),
    /** HAPI warns of a code without its system, and does not see a coding without a code. */
    NO_CODE("binding-"),
    /** HAPI warns that the target is in another Bundle, and does not look at its type. */
    TARGET_OUTSIDE("target-");

    private final String rule;

    Stricter(String rule) {
      this.rule = rule;
    }

    static boolean covers(Finding finding) {
      for (Stricter one : values()) {
        if (finding.ruleId().startsWith(one.rule)) {
          return true;
        }
      }
      return false;
    }
  }

  static BothVerdicts of(byte[] message, GateResult gate, GateResult definitions) {
    List<Finding> errors = errors(message);
    boolean unknownCode = errors.stream().anyMatch(f -> f.ruleId().equals(UNKNOWN_CODE));
    List<Finding> counted =
        errors.stream()
            .filter(f -> !f.ruleId().equals(UNKNOWN_CODE) && !f.ruleId().equals(ORPHAN))
            .filter(f -> !unknownCode || !f.ruleId().equals(SLICE))
            .toList();
    return new BothVerdicts(errors, counted, gate, definitions);
  }

  /** HAPI's own code breaks on a few messages of a wrong shape: that refuses them as well. */
  private static List<Finding> errors(byte[] message) {
    try {
      return HapiValidator.own().check(message).stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .toList();
    } catch (ClassCastException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException e) {
      return List.of(Finding.error("hapi-broke", "exception", "Bundle", e.getClass().getName()));
    }
  }

  boolean hapiRefuses() {
    return !hapi.isEmpty();
  }

  /** What they disagree on, if anything. */
  Optional<String> disagreement() {
    if (hapiRefuses()) {
      return gate instanceof GateResult.Refused refused
          ? elsewhere(refused)
          : Optional.of("only HAPI refuses: " + words(hapi));
    }
    if (all.isEmpty() && definitions instanceof GateResult.Refused refused) {
      List<Finding> alone =
          refused.refusal().findings().stream().filter(f -> !Stricter.covers(f)).toList();
      return alone.isEmpty()
          ? Optional.empty()
          : Optional.of("only the gate refuses: " + words(alone));
    }
    return Optional.empty();
  }

  private Optional<String> elsewhere(GateResult.Refused refused) {
    List<Finding> ours = refused.refusal().findings();
    boolean same =
        hapi.stream().allMatch(theirs -> theirs.ruleId().equals(BROKEN_SLICING))
            || hapi.stream()
                .anyMatch(
                    theirs ->
                        OF_FULL_URL.contains(theirs.ruleId())
                            || ours.stream().anyMatch(one -> near(one, theirs)));
    return same
        ? Optional.empty()
        : Optional.of("other elements: " + words(ours) + " / HAPI " + words(hapi));
  }

  /** One is the other's element, or stands within it. */
  private static boolean near(Finding one, Finding other) {
    String ours = plain(one.expression());
    String theirs = plain(other.expression());
    return (ours + ".").startsWith(theirs + ".") || (theirs + ".").startsWith(ours + ".");
  }

  private static String plain(String expression) {
    return expression.replaceAll("\\.ofType\\(\\w+\\)|\\[x]", "").replace('[', '.');
  }

  private static String words(List<Finding> findings) {
    return findings.stream().map(f -> f.ruleId() + " at " + f.expression()).toList().toString();
  }
}
