package org.closedloop.acceptance.chaos.ledger;

/**
 * A record of a dead letter topic.
 *
 * @param topic which
 * @param offset where
 * @param digest SHA-256 of its value, of no bytes for a tombstone
 */
public record DeadLetter(String topic, long offset, String digest) {}
