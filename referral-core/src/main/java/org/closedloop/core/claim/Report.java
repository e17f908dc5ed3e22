package org.closedloop.core.claim;

/**
 * A Task as a party reports it.
 *
 * @param taskStatus Task.status code
 * @param businessStatus business status code, null when absent
 * @param statusReason free text, null when absent; may hold PHI, so it stays in the envelope
 * @param hasOutput whether Task.output references a feedback document
 */
public record Report(
    String taskStatus, String businessStatus, String statusReason, boolean hasOutput) {}
