package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.closedloop.kit.Draining;
import org.jboss.logging.Logger;

/** Work that is repeated, one run at a time; one that fails is made good by the next. */
final class Sweep {

  private static final Logger LOG = Logger.getLogger(Sweep.class);

  private final AtomicBoolean running = new AtomicBoolean();
  private final String name;
  private final Draining draining;
  private final Supplier<Uni<Void>> work;

  Sweep(String name, Draining draining, Supplier<Uni<Void>> work) {
    this.name = name;
    this.draining = draining;
    this.work = work;
  }

  /** Runs it, unless it still runs. */
  void run() {
    if (running.compareAndSet(false, true)) {
      draining
          .run(work)
          .onTermination()
          .invoke(() -> running.set(false))
          .subscribe()
          .with(done -> {}, this::failed);
    }
  }

  private void failed(Throwable e) {
    LOG.warnf("sweep failed what=%s error=%s", name, e.getClass().getName());
  }
}
