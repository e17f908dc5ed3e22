package org.closedloop.feedback.core.ops;

/**
 * How far a consumer group is behind.
 *
 * @param group its name
 * @param records not taken yet
 */
public record Lag(String group, long records) {}
