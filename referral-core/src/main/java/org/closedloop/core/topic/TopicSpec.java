package org.closedloop.core.topic;

import java.time.Duration;

/**
 * One topic as it must exist.
 *
 * @param name full name
 * @param partitions number of partitions
 * @param retention how long records are kept; null means for ever. No topic is compacted.
 */
public record TopicSpec(String name, int partitions, Duration retention) {}
