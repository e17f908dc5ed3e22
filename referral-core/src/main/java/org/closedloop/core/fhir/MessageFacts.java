package org.closedloop.core.fhir;

import java.util.List;
import java.util.Set;
import org.closedloop.core.catalog.Code;

/**
 * What the hub needs to know of a message that passed the gate; everything else stays opaque.
 *
 * @param messageId MessageHeader.id
 * @param bundleIdentifier {@code system|value} of Bundle.identifier, null when absent
 * @param responseTo MessageHeader.response.identifier, null when absent
 * @param responseCode MessageHeader.response.code, null when absent
 * @param senderNpi NPI of the organisation of MessageHeader.sender's PractitionerRole
 * @param receiverNpi the same of MessageHeader.destination.receiver
 * @param requesterNpi the same of Task.requester
 * @param ownerNpi the same of Task.owner
 * @param servicePlacer PLAC identifier of the ServiceRequest
 * @param taskPlacer PLAC identifier of the Task, null when it has none
 * @param taskStatus Task.status code
 * @param businessStatus code of Task.businessStatus in the guide's code system, null when absent
 * @param statusReason Task.statusReason.text, null when absent; PHI may be in it
 * @param hasOutput whether Task.output references a feedback document
 * @param sections codes of all Composition sections (nested ones too) of the documents
 * @param reasonCodes codings of ServiceRequest.reasonCode
 * @param serviceCodes codings of ServiceRequest.code
 * @param patientKeys of the patient's identifiers, as {@link PatientKeys} makes them
 * @param fingerprint SHA-256 (hex) of the content without Bundle.id, timestamps, meta and
 *     MessageHeader.id (design section 4.2); insensitive to key order and white space
 */
public record MessageFacts(
    String messageId,
    String bundleIdentifier,
    String responseTo,
    String responseCode,
    String senderNpi,
    String receiverNpi,
    String requesterNpi,
    String ownerNpi,
    Placer servicePlacer,
    Placer taskPlacer,
    String taskStatus,
    String businessStatus,
    String statusReason,
    boolean hasOutput,
    Set<String> sections,
    List<Code> reasonCodes,
    List<Code> serviceCodes,
    List<String> patientKeys,
    String fingerprint) {

  MessageFacts withFingerprint(String print) {
    return new MessageFacts(
        messageId,
        bundleIdentifier,
        responseTo,
        responseCode,
        senderNpi,
        receiverNpi,
        requesterNpi,
        ownerNpi,
        servicePlacer,
        taskPlacer,
        taskStatus,
        businessStatus,
        statusReason,
        hasOutput,
        sections,
        reasonCodes,
        serviceCodes,
        patientKeys,
        print);
  }
}
