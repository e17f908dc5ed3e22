package org.closedloop.core.topic;

import java.time.Duration;
import java.util.Map;

/**
 * One topic as it must exist.
 *
 * @param name full name
 * @param partitions how it is spread
 * @param copies on how many brokers it stands
 * @param retention how long records are kept; null means for ever
 */
public record TopicSpec(String name, Partitions partitions, Copies copies, Duration retention) {

  private static final String FOR_EVER = "-1";

  /**
   * Kafka's settings of the topic. None is compacted: the record is rebuilt from every decision of
   * the journal, not from the last of each referral.
   */
  public Map<String, String> settings() {
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        retention == null ? FOR_EVER : String.valueOf(retention.toMillis()),
        "min.insync.replicas",
        String.valueOf(copies.inSync()));
  }
}
