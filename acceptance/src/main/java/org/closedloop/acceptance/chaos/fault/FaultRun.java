package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.scenario.Fault;

/**
 * A fault that was.
 *
 * @param fault what was planned
 * @param atMs when it began, after the begin of the load
 * @param endedNanos {@link System#nanoTime()} when it was over and the recovery began
 */
public record FaultRun(Fault fault, long atMs, long endedNanos) {}
