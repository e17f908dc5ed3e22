package org.closedloop.core.fhir;

/**
 * What the hub reads of a bare Task (PUT by a party).
 *
 * @param id Task.id, the referral id
 * @param taskStatus Task.status code
 * @param businessStatus code of Task.businessStatus, null when absent
 * @param statusReason Task.statusReason.text, null when absent
 * @param hasOutput whether Task.output is there
 * @param fingerprint as in {@link MessageFacts}
 */
public record TaskFacts(
    String id,
    String taskStatus,
    String businessStatus,
    String statusReason,
    boolean hasOutput,
    String fingerprint) {}
