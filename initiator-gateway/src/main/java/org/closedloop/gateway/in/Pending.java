package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Work that goes on while later records are taken in. Past a limit they are taken one at a time, so
 * that a long outage of feedback-service does not fill the memory.
 */
final class Pending {

  private static final Logger LOG = Logger.getLogger(Pending.class);
  private static final int AT_MOST = 256;

  private final AtomicInteger running = new AtomicInteger();

  /**
   * Starts work.
   *
   * @return completes when the next may begin: at once, or with this work when too much is running
   */
  Uni<Void> hold(Uni<Void> work) {
    boolean full = running.incrementAndGet() > AT_MOST;
    Uni<Void> counted =
        work.onTermination()
            .invoke(running::decrementAndGet)
            .onFailure()
            .invoke(e -> LOG.errorf("record not finished error=%s", e.getClass().getName()))
            .onFailure()
            .recoverWithNull()
            .memoize()
            .indefinitely();
    counted.subscribe().with(done -> {});
    return full ? counted : Uni.createFrom().voidItem();
  }
}
