package org.closedloop.acceptance.chaos.play;

import org.closedloop.acceptance.chaos.ledger.Side;
import org.closedloop.acceptance.chaos.ledger.Sighting;
import org.closedloop.stack.player.Message;

/** What a party notes of a message: ids and codes. */
final class Noting {

  private Noting() {}

  static Sighting of(Side side, String deliveryId, byte[] value) {
    Message message = Message.of(value);
    return new Sighting(
        side,
        deliveryId,
        message.messageId(),
        message.state(),
        answer(message) ? message.responseTo() : "",
        message.responseCode().equals("ok"),
        System.nanoTime());
  }

  /** News of a referral refers to the request too, but brings the ServiceRequest. */
  private static boolean answer(Message message) {
    return message.resource("ServiceRequest").isMissingNode();
  }
}
