package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Work that goes on while later records are taken in. Past a limit they are taken one at a time, so
 * that a long outage of feedback-service does not fill the memory.
 */
public final class Pending {

  private static final Logger LOG = Logger.getLogger(Pending.class);

  /** Of the messages that wait together: a party's are at most 1 MiB, usually far less. */
  private static final long BYTES_AT_MOST = 12L * 1024 * 1024;

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final int atMost;
  private final long bytesAtMost;

  /**
   * @param atMost how many may wait side by side
   */
  public Pending(int atMost) {
    this(atMost, BYTES_AT_MOST);
  }

  /**
   * @param atMost how many may wait side by side
   * @param bytesAtMost how much memory they may keep together
   */
  Pending(int atMost, long bytesAtMost) {
    this.atMost = atMost;
    this.bytesAtMost = bytesAtMost;
  }

  /**
   * Starts work.
   *
   * @param size bytes it keeps in memory
   * @return completes when the next may begin: at once, or with this work when too much is running
   */
  public Uni<Void> hold(int size, Uni<Void> work) {
    boolean tooMany = running.incrementAndGet() > atMost;
    boolean tooMuch = bytes.addAndGet(size) > bytesAtMost;
    Uni<Void> counted =
        work.onTermination()
            .invoke(() -> ended(size))
            .onFailure()
            .invoke(e -> LOG.errorf("record not finished error=%s", e.getClass().getName()))
            .onFailure()
            .recoverWithNull()
            .memoize()
            .indefinitely();
    counted.subscribe().with(done -> {});
    return tooMany || tooMuch ? counted : Uni.createFrom().voidItem();
  }

  private void ended(int size) {
    running.decrementAndGet();
    bytes.addAndGet(-size);
  }
}
