package org.closedloop.core.track;

import java.util.Locale;
import java.util.Optional;

/** How long ago a referral was taken in. */
public enum AgeBand {
  /** Less than a week. */
  WEEK(0, 7),
  /** A week to a month. */
  MONTH(7, 30),
  /** A month or more. */
  OLDER(30, Integer.MAX_VALUE);

  private final int from;
  private final int until;

  AgeBand(int from, int until) {
    this.from = from;
    this.until = until;
  }

  /** The least age in days. */
  public int from() {
    return from;
  }

  /** The age in days from which on it is too old; {@code Integer.MAX_VALUE} for never. */
  public int until() {
    return until;
  }

  /** The word in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The band of a word; empty when there is none. */
  public static Optional<AgeBand> of(String word) {
    for (AgeBand band : values()) {
      if (band.word().equals(word)) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }
}
