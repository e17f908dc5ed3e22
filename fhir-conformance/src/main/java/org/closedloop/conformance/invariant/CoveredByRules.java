package org.closedloop.conformance.invariant;

import java.util.Map;
import java.util.Set;

/**
 * Invariants that a named rule of the gate checks for messages, at least as strictly: nobody should
 * be told the same thing twice.
 */
public final class CoveredByRules {

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("bdl-2", "entry-plain"),
          Map.entry("bdl-3", "entry-plain"),
          Map.entry("bdl-4", "entry-plain"),
          Map.entry("bdl-5", "entry-plain"),
          Map.entry("bdl-7", "fullurl-unique"),
          Map.entry("bdl-9", "document-shape"),
          Map.entry("bdl-10", "document-shape"),
          Map.entry("bdl-11", "document-shape"),
          Map.entry("bdl-12", "header-first"),
          Map.entry("cmp-1", "section-content"),
          Map.entry("ref-1", "references-resolve"),
          Map.entry("txt-1", "narrative-safe"),
          Map.entry("txt-2", "narrative-safe"));

  private CoveredByRules() {}

  /** Their keys. */
  public static Set<String> keys() {
    return RULES.keySet();
  }

  /** Rule id by key of the invariant. */
  static Map<String, String> rules() {
    return RULES;
  }
}
