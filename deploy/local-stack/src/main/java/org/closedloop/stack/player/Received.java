package org.closedloop.stack.player;

/**
 * A message that reached a party.
 *
 * @param by {@code push} or the topic's name
 * @param message what it says
 * @param atNanos {@link System#nanoTime()} of its arrival
 */
public record Received(String by, Message message, long atNanos) {}
