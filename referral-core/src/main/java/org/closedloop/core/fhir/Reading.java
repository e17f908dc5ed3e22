package org.closedloop.core.fhir;

import org.closedloop.core.outcome.Refusal;

/** What came of reading a body. */
public sealed interface Reading {

  /** It is JSON as FHIR wants it. */
  record Readable(FhirTree tree) implements Reading {}

  /** It is not; the refusal has status 400 and never quotes content. */
  record Unreadable(Refusal refusal) implements Reading {}
}
