package org.closedloop.conformance.invariant;

import java.util.Map;

/**
 * Expressions R4 published that do not say what their text says, and what they should be. HL7's own
 * validator corrects the same ones; taken literally, a Reference with only a display would be
 * refused.
 */
public final class PublishedErrors {

  private static final Map<String, String> CORRECTED =
      Map.ofEntries(
          // ref-1: nothing is said of a Reference without a literal one
          Map.entry(
              "reference.startsWith('#').not() or (reference.substring(1).trace('url') in"
                  + " %rootResource.contained.id.trace('ids'))",
              "reference.exists() implies (reference = '#' or reference.startsWith('#').not() or"
                  + " (reference.substring(1) in %rootResource.contained.id))"),
          // bdl-8: nothing is said of an entry without a fullUrl
          Map.entry(
              "fullUrl.contains('/_history/').not()",
              "fullUrl.exists() implies fullUrl.contains('/_history/').not()"),
          // que-7: the type is written like FHIRPath's
          Map.entry(
              "operator = 'exists' implies (answer is Boolean)",
              "operator = 'exists' implies (answer is boolean)"),
          // que-12: "more than one"
          Map.entry(
              "enableWhen.count() > 2 implies enableBehavior.exists()",
              "enableWhen.count() >= 2 implies enableBehavior.exists()"),
          // ras-2: nothing is said where there is no probability
          Map.entry(
              "probability is decimal implies (probability as decimal) <= 100",
              "(probability.exists() and (probability is decimal)) implies"
                  + " ((probability as decimal) <= 100)"),
          // tim-9: none of several
          Map.entry(
              "offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' |"
                  + " 'CV')).not()))",
              "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' |"
                  + " 'CV')).allFalse())"),
          // us-core-13, pd-1 and their like name elements where they mean their existence
          Map.entry("telecom or endpoint", "telecom.exists() or endpoint.exists()"));

  private PublishedErrors() {}

  /** The expression to evaluate for a published one. */
  public static String correct(String published) {
    return CORRECTED.getOrDefault(published, published);
  }
}
