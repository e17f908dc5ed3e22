package org.closedloop.acceptance.chaos.ledger;

/**
 * A message that reached a party unprompted. Ids and codes only.
 *
 * @param side who got it
 * @param deliveryId {@code X-Request-ID} of a push; null on a topic, where the message's id is all
 * @param messageId MessageHeader.id
 * @param state {@code status/business status} of its Task
 * @param answerTo id of the message it answers, empty when it is news and no answer
 * @param ok for an answer: whether the message was accepted
 * @param atNanos {@link System#nanoTime()} of its arrival
 */
public record Sighting(
    Side side,
    String deliveryId,
    String messageId,
    String state,
    String answerTo,
    boolean ok,
    long atNanos) {

  /** A receipt or refusal for something this party has said. */
  public boolean answer() {
    return !answerTo.isEmpty();
  }
}
