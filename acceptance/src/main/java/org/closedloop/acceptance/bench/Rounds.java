package org.closedloop.acceptance.bench;

import java.util.ArrayList;
import java.util.List;

/** How long rounds over the same messages took. */
final class Rounds {

  private static final double NANOS_IN_MILLI = 1e6;

  private final List<Double> each = new ArrayList<>();

  /** Notes one round over so many messages. */
  void note(long nanos, int messages) {
    each.add(nanos / NANOS_IN_MILLI / messages);
  }

  /** Of the rounds, milliseconds a message; 0 when there were none. */
  double medianMs() {
    if (each.isEmpty()) {
      return 0;
    }
    List<Double> sorted = each.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
