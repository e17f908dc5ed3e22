package org.closedloop.acceptance.bench;

import java.util.Map;

/**
 * A phase and the processor time it took.
 *
 * @param phase what was measured
 * @param cpuMsPerLoop CPU milliseconds for each loop closed, by process; making the messages of the
 *     hospitals and programs is not among them
 */
record Metered(Phase phase, Map<String, Double> cpuMsPerLoop) {}
