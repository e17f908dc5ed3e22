package org.closedloop.conformance;

import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** What the gate says of a body. */
public sealed interface GateResult {

  /**
   * The message may be taken.
   *
   * @param message the message
   * @param useCase its use case; null when a status update without a document does not tell
   * @param notes warnings and information for the sender
   */
  record Passed(ReferralMessage message, UseCase useCase, List<Finding> notes)
      implements GateResult {

    public Passed {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The message may not be taken.
   *
   * @param refusal status 400, 413 or 422 and all that was found
   * @param messageIdOrNull MessageHeader.id where the body was readable and has one
   */
  record Refused(Refusal refusal, String messageIdOrNull) implements GateResult {}
}
