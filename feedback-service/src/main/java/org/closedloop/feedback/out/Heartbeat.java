package org.closedloop.feedback.out;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.closedloop.kit.Draining;
import org.jboss.logging.Logger;

/** The timers of this service; a beat is left out while the one before is still at work. */
@ApplicationScoped
public class Heartbeat {

  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration OUTBOX = Duration.ofSeconds(1);
  private static final Duration CALLBACKS = Duration.ofMillis(500);
  private static final Duration OVERDUE = Duration.ofSeconds(5);
  private static final Duration GAUGES = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Draining draining;
  private final OutboxSweeper outbox;
  private final CallbackWorker callbacks;
  private final OverdueSweep overdue;
  private final RecordGauges gauges;
  private final List<Long> timers = new CopyOnWriteArrayList<>();

  Heartbeat(
      Vertx vertx,
      Draining draining,
      OutboxSweeper outbox,
      CallbackWorker callbacks,
      OverdueSweep overdue,
      RecordGauges gauges) {
    this.vertx = vertx;
    this.draining = draining;
    this.outbox = outbox;
    this.callbacks = callbacks;
    this.overdue = overdue;
    this.gauges = gauges;
  }

  void start(@Observes StartupEvent event) {
    every(OUTBOX, "outbox", outbox::sweep);
    every(OVERDUE, "overdue", overdue::sweep);
    every(GAUGES, "gauges", gauges::refresh);
    timers.add(vertx.setPeriodic(CALLBACKS.toMillis(), id -> callbacks.wake()));
  }

  /** Before anything else stops: a beat of a stopped process finds nothing to work with. */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    timers.forEach(vertx::cancelTimer);
  }

  private void every(Duration pause, String what, Supplier<Uni<Void>> work) {
    AtomicBoolean busy = new AtomicBoolean();
    timers.add(
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
                        e ->
                            LOG.warnf(
                                "beat failed what=%s error=%s", what, e.getClass().getName()));
              }
            }));
  }
}
