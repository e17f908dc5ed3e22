package org.closedloop.router.core;

import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.StatusUpdate;
import org.closedloop.core.fhir.StatusUpdate.Direction;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;

/**
 * What the hub has to tell a program of its own accord: that a consent is at an end. The journal
 * has the message for the initiator; the program's is written from it.
 */
public final class HubNotice {

  private HubNotice() {}

  /** Whether the program is to be told of a decision although no initiator's message says it. */
  public static boolean isOne(Decision decision) {
    return decision.accepted()
        && decision.actor() == Actor.HUB
        && decision.messageId() != null
        && ConsentEnd.of(decision).isPresent();
  }

  /** MessageHeader.id of the program's message; always the same for one decision. */
  static String messageId(Decision decision) {
    return ReferralId.derive("message|program|" + decision.eventId());
  }

  /**
   * The message for the program.
   *
   * @param message the one for the initiator, as journalled
   */
  public static byte[] forProgram(Decision decision, byte[] message) {
    ConsentEnd end = ConsentEnd.of(decision).orElseThrow();
    return HubMessages.statusUpdate(
        message,
        new StatusUpdate(
            Direction.TO_PROGRAM,
            messageId(decision),
            decision.decidedAt(),
            decision.to().status().code(),
            decision.to().businessStatus().code(),
            end.sentence(decision.tid() != null),
            true));
  }
}
