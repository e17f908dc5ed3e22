package org.closedloop.conformance.invariant;

/**
 * One invariant as R4 publishes it (ElementDefinition.constraint); a line of the data file.
 *
 * @param key R4's key, for instance {@code dom-3}; only with the path is it unique
 * @param path the element it stands at, for instance {@code Patient.contact}
 * @param type where the element is a choice, the one type it is for; null for any
 * @param expression FHIRPath
 * @param human R4's sentence
 */
record R4Invariant(String key, String path, String type, String expression, String human) {

  /** The type whose definition has it. */
  String root() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
