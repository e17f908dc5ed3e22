package org.closedloop.router.core;

import org.apache.kafka.common.TopicPartition;

/** Breaks a wall on purpose: the rules' tests must find it. */
public final class FrameworkInCore {

  TopicPartition partition;
}
