package org.closedloop.core.track;

import java.time.Instant;

/**
 * What is late.
 *
 * @param stage {@code delivery}, {@code acknowledgement}, {@code response}, {@code completion} or
 *     {@code feedback}
 * @param turn who is to act: {@code hub}, {@code program} or {@code hospital}
 * @param dueAt when it should have happened
 */
public record Lateness(String stage, String turn, Instant dueAt) {}
