package org.closedloop.core.claim;

import java.util.List;

/**
 * A Task as a party reports it.
 *
 * @param taskStatus Task.status code
 * @param businessStatus business status code, null when absent
 * @param statusReason free text, null when absent; may hold PHI, so it stays in the envelope
 * @param hasOutput whether Task.output references a feedback document
 * @param patientKeys of the patient the message is about, made as those of {@link Submission};
 *     empty when it says nothing, as a bare Task does
 */
public record Report(
    String taskStatus,
    String businessStatus,
    String statusReason,
    boolean hasOutput,
    List<String> patientKeys) {

  public Report {
    patientKeys = patientKeys == null ? List.of() : List.copyOf(patientKeys);
  }

  /** A report that does not say whom it is about. */
  public Report(String taskStatus, String businessStatus, String statusReason, boolean hasOutput) {
    this(taskStatus, businessStatus, statusReason, hasOutput, List.of());
  }
}
