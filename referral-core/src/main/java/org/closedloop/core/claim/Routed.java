package org.closedloop.core.claim;

import java.time.Instant;

/**
 * A filtered message on its way to a program; value of {@code referral.routed.<use-case>}, the
 * message is the payload.
 *
 * @param referralId which referral
 * @param sequence number of the decision it follows from; later ones are newer
 * @param referral true for the referral package itself, false for an update (a cancellation
 *     request)
 * @param useCase name of the use case
 * @param initiator party id
 * @param program party id
 * @param messageId MessageHeader.id of the message, also its stable delivery id
 * @param decidedAt when it was decided
 * @param consentUntil when the consent to the package ends (exclusive), null when it does not
 */
public record Routed(
    String referralId,
    long sequence,
    boolean referral,
    String useCase,
    String initiator,
    String program,
    String messageId,
    Instant decidedAt,
    Instant consentUntil) {

  /** A message whose consent does not end by itself. */
  public Routed(
      String referralId,
      long sequence,
      boolean referral,
      String useCase,
      String initiator,
      String program,
      String messageId,
      Instant decidedAt) {
    this(referralId, sequence, referral, useCase, initiator, program, messageId, decidedAt, null);
  }
}
