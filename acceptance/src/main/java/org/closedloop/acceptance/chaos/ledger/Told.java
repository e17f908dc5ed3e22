package org.closedloop.acceptance.chaos.ledger;

/**
 * What the hub told a party of a message it had sent.
 *
 * @param messageId which message
 * @param ok whether it was accepted
 * @param word for people: a status, or where the answer came
 */
public record Told(String messageId, boolean ok, String word) {}
