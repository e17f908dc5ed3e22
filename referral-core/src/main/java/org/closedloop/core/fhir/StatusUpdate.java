package org.closedloop.core.fhir;

import java.time.Instant;

/**
 * A status the hub has to tell a party as a message, because no party wrote one.
 *
 * @param direction to whom
 * @param messageId the new MessageHeader.id, a UUID
 * @param at when it was decided
 * @param status Task.status code
 * @param businessStatus code, null when the row has none
 * @param reason for Task.statusReason.text, null when none
 * @param byHub whether the hub decided in the recipient's place (design section 4.4)
 */
public record StatusUpdate(
    Direction direction,
    String messageId,
    Instant at,
    String status,
    String businessStatus,
    String reason,
    boolean byHub) {

  /** Who is told. */
  public enum Direction {
    TO_INITIATOR,
    TO_PROGRAM
  }
}
