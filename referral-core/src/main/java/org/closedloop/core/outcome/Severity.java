package org.closedloop.core.outcome;

/**
 * How bad a finding is; the words are those of FHIR's issue-severity, in lower case in the answer.
 */
public enum Severity {
  ERROR,
  WARNING,
  INFORMATION;

  /** The FHIR code. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
