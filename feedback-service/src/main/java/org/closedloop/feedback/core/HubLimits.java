package org.closedloop.feedback.core;

import java.time.Duration;

/**
 * The timers that are not of a use case.
 *
 * @param deliveredWithin from the hub's acceptance until the program has the package
 * @param acknowledgedWithin from then until the program's first answer
 * @param toldWithin from a decision until the initiator has heard of it
 */
public record HubLimits(
    Duration deliveredWithin, Duration acknowledgedWithin, Duration toldWithin) {}
