package org.closedloop.conformance.invariant;

import org.closedloop.conformance.fhirpath.FhirPath;
import org.closedloop.core.outcome.Finding;

/**
 * An invariant ready to be judged.
 *
 * @param key R4's key
 * @param human R4's sentence
 */
record CompiledInvariant(String key, FhirPath path, String human) {

  Finding finding(String expression) {
    return finding(key, expression, human);
  }

  /** What a breach of an invariant is called. */
  static Finding finding(String key, String expression, String human) {
    String sentence = human.endsWith(".") ? human : human + ".";
    return Finding.error(
        "invariant-" + key, "invariant", expression, "R4 demands here (" + key + "): " + sentence);
  }
}
