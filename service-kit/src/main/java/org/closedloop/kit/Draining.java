package org.closedloop.kit;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Ends work in the right order: when the process is told to stop, nothing new begins, and what has
 * begun ends before the parts it needs are closed. A record that is not begun is not acknowledged
 * either and comes again after the start, here or at another instance.
 */
@ApplicationScoped
public class Draining {

  private static final Logger LOG = Logger.getLogger(Draining.class);
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

  private boolean stopping;
  private int under;

  /** Runs work, unless the process is stopping: then it never begins and never completes. */
  public <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () ->
                enter()
                    ? Uni.createFrom().deferred(work::get).onTermination().invoke(this::leave)
                    : Uni.createFrom().nothing());
  }

  /** Runs what belongs to work that is under way: it is begun even when the process is stopping. */
  public <T> Uni<T> finish(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              add();
              return Uni.createFrom().deferred(work::get).onTermination().invoke(this::leave);
            });
  }

  /** Waits until all that has begun has ended, ten seconds at most. */
  synchronized void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    long deadline = System.nanoTime() + PATIENCE_NS;
    long left = PATIENCE_NS;
    while (under > 0 && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    LOG.infof("drained unfinished=%d", under);
  }

  private synchronized boolean enter() {
    if (!stopping) {
      under++;
    }
    return !stopping;
  }

  private synchronized void add() {
    under++;
  }

  private synchronized void leave() {
    under--;
    notifyAll();
  }
}
