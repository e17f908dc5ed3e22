package org.closedloop.conformance.fhirpath;

/** What an invariant says of an element. */
public enum Verdict {
  /** It is fulfilled. */
  HOLDS,
  /** It is false, has no answer, or cannot be answered: as the validators of HL7 count it. */
  BROKEN,
  /** The {@link Budget} was used up before there was an answer. */
  TOO_COSTLY
}
