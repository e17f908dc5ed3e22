package org.closedloop.acceptance.chaos.ledger;

/**
 * A record no one can read, on one of the hub's own topics.
 *
 * @param topic which
 * @param partition where
 * @param offset where
 * @param digest SHA-256 of its value, of no bytes for a tombstone
 */
public record Poisoned(String topic, int partition, long offset, String digest) {}
