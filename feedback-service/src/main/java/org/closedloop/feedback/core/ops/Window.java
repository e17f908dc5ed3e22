package org.closedloop.feedback.core.ops;

import java.time.Duration;
import java.util.Arrays;

/** How far back operators look. */
public enum Window {
  HOUR("hour", "Last hour", Duration.ofHours(1), Duration.ofMinutes(1)),
  DAY("day", "Last day", Duration.ofDays(1), Duration.ofMinutes(30)),
  WEEK("week", "Last week", Duration.ofDays(7), Duration.ofHours(3));

  private final String word;
  private final String label;
  private final Duration length;
  private final Duration step;

  Window(String word, String label, Duration length, Duration step) {
    this.word = word;
    this.label = label;
    this.length = length;
    this.step = step;
  }

  /** The window of an address; any other word means the last hour. */
  public static Window of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElse(HOUR);
  }

  public String word() {
    return word;
  }

  public String label() {
    return label;
  }

  public Duration length() {
    return length;
  }

  /** Width of one point of its charts. */
  public Duration step() {
    return step;
  }

  /** Points of its charts. */
  public int steps() {
    return (int) length.dividedBy(step);
  }
}
