package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Work that goes on while later records are taken in. Past a limit they are taken one at a time, so
 * that a long outage of feedback-service does not fill the memory.
 */
public final class Pending {

  private static final Logger LOG = Logger.getLogger(Pending.class);

  private final AtomicInteger running = new AtomicInteger();
  private final int atMost;

  /**
   * @param atMost how many may wait side by side
   */
  public Pending(int atMost) {
    this.atMost = atMost;
  }

  /**
   * Starts work.
   *
   * @return completes when the next may begin: at once, or with this work when too much is running
   */
  public Uni<Void> hold(Uni<Void> work) {
    boolean full = running.incrementAndGet() > atMost;
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
