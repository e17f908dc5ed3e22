package org.closedloop.conformance.fhirpath;

/** What came of compiling an expression. */
public sealed interface Compilation {

  /**
   * It can be evaluated.
   *
   * @param path the expression
   */
  record Compiled(FhirPath path) implements Compilation {}

  /**
   * It cannot be evaluated here, and must not count as fulfilled.
   *
   * @param reason in words, naming the function or the place
   */
  record Refused(String reason) implements Compilation {}
}
