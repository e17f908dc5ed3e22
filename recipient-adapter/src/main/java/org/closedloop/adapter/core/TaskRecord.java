package org.closedloop.adapter.core;

import java.time.Instant;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;

/**
 * A referral as the adapter knows it.
 *
 * @param referralId the hub's Task id
 * @param initiator party id
 * @param program party id
 * @param useCase name of the use case
 * @param service PLAC identifier of the ServiceRequest
 * @param task PLAC identifier of the Task, or null
 * @param authoredOn when the hub took the referral in
 * @param sequence number of the last decision
 * @param status Task.status code
 * @param businessStatus code, or null
 * @param statusReason free text of the last report, or null; PHI may be in it
 * @param delivery delivery state word
 * @param lastModified when it was last decided on
 * @param feedbackDocumentId id of the feedback document, or null
 * @param moved number of the last decision that moved it along the table
 */
public record TaskRecord(
    String referralId,
    String initiator,
    String program,
    String useCase,
    Placer service,
    Placer task,
    Instant authoredOn,
    long sequence,
    String status,
    String businessStatus,
    String statusReason,
    String delivery,
    Instant lastModified,
    String feedbackDocumentId,
    long moved) {

  /** Where it stands in the table. */
  public ReferralState state() {
    return new ReferralState(
        TaskStatus.of(status).orElseThrow(), BusinessStatus.of(businessStatus).orElse(null));
  }
}
