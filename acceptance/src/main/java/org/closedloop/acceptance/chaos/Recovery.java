package org.closedloop.acceptance.chaos;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.closedloop.acceptance.chaos.ledger.Facts;
import org.closedloop.acceptance.chaos.ledger.Sent;
import org.closedloop.acceptance.chaos.ledger.Side;
import org.closedloop.acceptance.chaos.ledger.Sighting;

/** How soon after a fault a new referral went all the way to its program. */
final class Recovery {

  private Recovery() {}

  /** Milliseconds; empty when no referral was sent after the fault. */
  static OptionalLong ms(long endedNanos, List<Facts> facts) {
    return facts.stream()
        .filter(one -> !one.sent().isEmpty() && one.delivered())
        .filter(one -> submitted(one) >= endedNanos)
        .mapToLong(one -> delivered(one) - endedNanos)
        .map(TimeUnit.NANOSECONDS::toMillis)
        .min();
  }

  private static long submitted(Facts facts) {
    return facts.sent().stream().mapToLong(Sent::atNanos).min().orElseThrow();
  }

  private static long delivered(Facts facts) {
    return facts.news(Side.PROGRAM).stream().mapToLong(Sighting::atNanos).min().orElseThrow();
  }
}
