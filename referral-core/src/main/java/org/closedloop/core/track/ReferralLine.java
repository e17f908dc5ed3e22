package org.closedloop.core.track;

import java.time.Instant;
import java.util.List;

/**
 * A referral in a list; ids, codes and times only.
 *
 * @param id referral id
 * @param serviceNumber the hospital's ServiceRequest number
 * @param taskNumber the hospital's Task number, null when it has none
 * @param useCase name of the use case
 * @param program party id
 * @param programName name of the program, null when it left the directory
 * @param status Task.status code
 * @param businessStatus business status code
 * @param delivery word of {@link org.closedloop.core.claim.Delivery}
 * @param sequence number of its last decision
 * @param feedbackId id of its latest feedback document, or null
 * @param acceptedAt when the hub took it in
 * @param deliveredAt when the program had it, or null
 * @param respondedAt when the program first answered, or null
 * @param closedAt when it was closed, or null
 * @param changedAt when it was last decided on
 * @param late at what it is late, longest first
 */
public record ReferralLine(
    String id,
    String serviceNumber,
    String taskNumber,
    String useCase,
    String program,
    String programName,
    String status,
    String businessStatus,
    String delivery,
    long sequence,
    String feedbackId,
    Instant acceptedAt,
    Instant deliveredAt,
    Instant respondedAt,
    Instant closedAt,
    Instant changedAt,
    List<Lateness> late) {

  public ReferralLine {
    late = late == null ? List.of() : List.copyOf(late);
  }
}
