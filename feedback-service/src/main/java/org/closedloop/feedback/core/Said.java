package org.closedloop.feedback.core;

import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.state.Actor;

/**
 * A claim and the message it is about.
 *
 * @param claim what was said
 * @param message the message's bytes; empty for a bare Task and for parts of the hub
 * @param document the feedback document the message brought
 */
public record Said(Claim claim, byte[] message, Optional<byte[]> document) {

  /**
   * Reads the feedback document out of the message, if a program's report refers to one.
   *
   * @throws IllegalArgumentException when the message is not one that ever passed the gate
   */
  public static Said of(Claim claim, byte[] message) {
    boolean mayBring =
        claim.kind() == ClaimKind.REPORT
            && claim.actor() == Actor.RECIPIENT
            && claim.report().hasOutput()
            && message.length > 0;
    return new Said(
        claim, message, mayBring ? HubMessages.feedbackDocument(message) : Optional.empty());
  }

  /** False for a bare Task and for what parts of the hub say. */
  public boolean hasMessage() {
    return message.length > 0;
  }
}
