package org.closedloop.feedback.core;

import java.util.Optional;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.StatusUpdate;
import org.closedloop.core.fhir.StatusUpdate.Direction;
import org.closedloop.core.state.Actor;

/**
 * The message that goes on to the other side. A party's own message goes on as it came; for a bare
 * Task, and where the hub stands in, the hub writes one from the request on record.
 */
public final class OutgoingMessage {

  private OutgoingMessage() {}

  /** True when the stored request is needed to write the message. */
  public static boolean needsRequest(Said said, Ruling.Decided decided) {
    return decided.tells() && !said.hasMessage();
  }

  /**
   * The message, empty when none goes on.
   *
   * @param request the stored request, only used when {@link #needsRequest}
   * @throws IllegalArgumentException when that request is not readable
   */
  public static Optional<byte[]> of(Said said, Ruling.Decided decided, byte[] request) {
    if (!decided.tells()) {
      return Optional.empty();
    }
    return Optional.of(
        said.hasMessage() ? said.message() : HubMessages.statusUpdate(request, update(decided)));
  }

  private static StatusUpdate update(Ruling.Decided decided) {
    Decision decision = decided.decision();
    return new StatusUpdate(
        decision.actor() == Actor.INITIATOR ? Direction.TO_PROGRAM : Direction.TO_INITIATOR,
        decision.messageId(),
        decision.decidedAt(),
        decision.to().status().code(),
        decision.to().businessStatus().code(),
        decided.after().statusReason(),
        decision.actor() == Actor.HUB);
  }
}
