package org.closedloop.feedback.out;

/**
 * An event of the transaction that was just committed, so that to publish it nothing of it is read
 * again.
 *
 * @param event its row
 * @param facts what it says
 * @param message that goes on, empty when none does
 */
record FreshEvent(EventRow event, EventFacts facts, byte[] message) {}
