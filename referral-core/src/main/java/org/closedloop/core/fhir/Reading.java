package org.closedloop.core.fhir;

import org.closedloop.core.outcome.Refusal;

/** What came of reading a body. */
public sealed interface Reading {

  /** It is JSON or XML as FHIR wants it. */
  record Readable(FhirTree tree) implements Reading {}

  /**
   * It is not; the refusal never quotes content. Its status is 400; for XML also 413, when it is
   * too large as JSON, and 422, when it is not how FHIR writes XML.
   */
  record Unreadable(Refusal refusal) implements Reading {}
}
