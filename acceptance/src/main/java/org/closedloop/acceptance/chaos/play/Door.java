package org.closedloop.acceptance.chaos.play;

/** How a party speaks to the hub. */
public enum Door {
  /** By topic; the answer to one message is awaited before the next. */
  TOPIC,
  /** By topic, one message after the other without awaiting answers. */
  TOPIC_AT_ONCE,
  /** By {@code $process-message}. */
  HTTP,
  /** By update of the Task where a status alone says it, else as {@link #HTTP}. */
  TASK;

  /** Whether it is a topic. */
  public boolean topic() {
    return this == TOPIC || this == TOPIC_AT_ONCE;
  }
}
