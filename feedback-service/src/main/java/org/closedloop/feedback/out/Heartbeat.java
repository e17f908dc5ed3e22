package org.closedloop.feedback.out;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The timers of this service; a beat is left out while the one before is still at work. */
@ApplicationScoped
public class Heartbeat {

  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration OUTBOX = Duration.ofSeconds(1);
  private static final Duration CALLBACKS = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Draining draining;
  private final OutboxSweeper outbox;
  private final CallbackWorker callbacks;

  Heartbeat(Vertx vertx, Draining draining, OutboxSweeper outbox, CallbackWorker callbacks) {
    this.vertx = vertx;
    this.draining = draining;
    this.outbox = outbox;
    this.callbacks = callbacks;
  }

  void start(@Observes StartupEvent event) {
    every(OUTBOX, "outbox", outbox::sweep);
    vertx.setPeriodic(CALLBACKS.toMillis(), id -> callbacks.wake());
  }

  private void every(Duration pause, String what, Supplier<Uni<Void>> work) {
    AtomicBoolean busy = new AtomicBoolean();
    vertx.setPeriodic(
        pause.toMillis(),
        id -> {
          if (busy.compareAndSet(false, true)) {
            draining
                .run(work)
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(
                    done -> {},
                    e -> LOG.warnf("beat failed what=%s error=%s", what, e.getClass().getName()));
          }
        });
  }
}
