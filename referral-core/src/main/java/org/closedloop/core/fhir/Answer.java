package org.closedloop.core.fhir;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.outcome.Finding;

/**
 * The hub's answer to a message it accepted.
 *
 * @param requestMessageId MessageHeader.id of the message that is answered
 * @param task the referral as it stands
 * @param notes what the sender should know; becomes an OperationOutcome unless empty
 * @param answerId id of the answer, a UUID
 * @param at when it is given
 */
public record Answer(
    String requestMessageId, TaskView task, List<Finding> notes, String answerId, Instant at) {

  public Answer {
    notes = List.copyOf(notes);
  }
}
