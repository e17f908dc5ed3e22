package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * The one clock all instances share. What they agree on by time (leases, timers) is measured by it,
 * so that a wrong clock of one of them harms nobody.
 */
final class DatabaseClock {

  private static final String NOW =
      "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

  private DatabaseClock() {}

  /** The time now, in milliseconds' precision. */
  static Uni<Instant> now(StatelessSession session) {
    return session.createNativeQuery(NOW, Long.class).getSingleResult().map(Instant::ofEpochMilli);
  }
}
