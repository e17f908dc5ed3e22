package org.closedloop.acceptance.bench;

import java.util.Map;

/**
 * How the parts stood around the soak.
 *
 * @param rssMbBefore resident memory in MB, by process
 * @param rssMbAfter the same at its end
 * @param lagAfter records not yet taken at its end, by consumer group
 */
record Soak(
    Map<String, Long> rssMbBefore, Map<String, Long> rssMbAfter, Map<String, Long> lagAfter) {}
