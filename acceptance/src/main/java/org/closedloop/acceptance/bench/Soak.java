package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Map;

/**
 * How the parts stood during the soak.
 *
 * @param minutes at its start and at every minute after
 * @param rssMbAfter resident memory in MB at its end, by process
 * @param lagAfter records not yet taken by consumer group, as soon as none is left or 15 seconds
 *     after its end
 */
record Soak(List<Minute> minutes, Map<String, Long> rssMbAfter, Map<String, Long> lagAfter) {

  /**
   * A look at the parts.
   *
   * @param minute since the start
   * @param rssMb resident memory in MB, by process
   * @param lag records not yet taken by the group that is furthest behind
   */
  record Minute(int minute, Map<String, Long> rssMb, long lag) {}
}
