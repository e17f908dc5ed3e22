package org.closedloop.adapter.core;

import java.util.Arrays;

/** Where one message stands in the queue of its program. */
public enum DeliveryState {
  /** To be handed over as soon as it is due. */
  WAITING,
  /** A worker is handing it over. */
  LEASED,
  /** The program has it. */
  DELIVERED,
  /** Taken back or given up before it was handed over; never sent. */
  WITHDRAWN,
  /** A person looks at it; later ones of the same referral wait behind it. */
  PARKED;

  /** The word in the database. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The state for a word of the database. */
  public static DeliveryState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no delivery state " + word));
  }
}
