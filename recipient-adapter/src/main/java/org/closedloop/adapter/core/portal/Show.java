package org.closedloop.adapter.core.portal;

import java.util.Arrays;

/** The filters of a program's worklist. */
public enum Show {
  OPEN("open", "All open"),
  NEW("new", "New"),
  WAITING("waiting", "Waiting for us"),
  SCHEDULED("scheduled", "Visit scheduled"),
  OVERDUE("overdue", "Overdue"),
  CLOSED("closed", "Closed");

  private final String word;
  private final String label;

  Show(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The filter of an address; any other word means all that is open. */
  public static Show of(String word) {
    return Arrays.stream(values()).filter(show -> show.word.equals(word)).findFirst().orElse(OPEN);
  }

  /** The word in its address. */
  public String word() {
    return word;
  }

  /** What it is called. */
  public String label() {
    return label;
  }
}
