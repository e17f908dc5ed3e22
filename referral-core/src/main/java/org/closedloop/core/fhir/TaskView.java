package org.closedloop.core.fhir;

import java.time.Instant;

/**
 * A referral's Task as the hub shows it to a party.
 *
 * @param id referral id = Task.id
 * @param version Task.meta.versionId: the referral's sequence
 * @param lastModified instant of the last decision
 * @param authoredOn Task.authoredOn of the request, ISO text
 * @param status Task.status code
 * @param businessStatus business status code, null when the row has none
 * @param statusReason text, null when none
 * @param delivery delivery state word, shown as a tag-like extension-free note in Task.meta.tag
 * @param taskPlacer initiator's Task number, may be null
 * @param servicePlacer initiator's ServiceRequest number
 * @param initiatorName display of Task.requester
 * @param initiatorNpi NPI of the initiator's organisation
 * @param programName display of Task.owner
 * @param programNpi NPI of the program's organisation
 * @param useCase use case name
 * @param feedbackBundleId id of the feedback document Bundle for Task.output, null when none
 */
public record TaskView(
    String id,
    long version,
    Instant lastModified,
    String authoredOn,
    String status,
    String businessStatus,
    String statusReason,
    String delivery,
    Placer taskPlacer,
    Placer servicePlacer,
    String initiatorName,
    String initiatorNpi,
    String programName,
    String programNpi,
    String useCase,
    String feedbackBundleId) {}
