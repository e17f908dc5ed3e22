package org.closedloop.acceptance.chaos.ledger;

import org.closedloop.core.state.Actor;

/**
 * Something a party said of a referral, once or more often.
 *
 * @param tid the row it should make happen
 * @param actor who said it
 * @param messageId MessageHeader.id; for an update of a Task a name of our own
 * @param state where the row leads
 * @param atNanos {@link System#nanoTime()} when it was first sent
 */
public record Sent(String tid, Actor actor, String messageId, String state, long atNanos) {}
