package org.closedloop.adapter.out;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.kit.Draining;

/**
 * Looks through the database for what is due again and what a dead instance left behind. What needs
 * the broker has a sweep of its own, so that a broker that is down holds up no retry.
 */
@ApplicationScoped
class Sweeper {

  private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

  private final DeliveryStore store;
  private final ConsentStore consents;
  private final ParkedStore parked;
  private final DeliveryWorker worker;
  private final Duration every;
  private final Sweep queue;
  private final Sweep claims;
  private final Sweep tidy;
  private List<Long> timers = List.of();

  Sweeper(
      DeliveryStore store,
      ConsentStore consents,
      ParkedStore parked,
      DeliveryWorker worker,
      Claims claims,
      OpenAnswers openAnswers,
      Drafts drafts,
      Draining draining,
      AdapterConfig config) {
    this.store = store;
    this.consents = consents;
    this.parked = parked;
    this.worker = worker;
    this.every = config.sweepEvery();
    this.queue = new Sweep("queue", draining, this::queue);
    this.claims = new Sweep("claims", draining, claims::sweep);
    this.tidy = new Sweep("tidy", draining, () -> openAnswers.sweep().chain(drafts::sweep));
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    timers =
        List.of(
            vertx.setPeriodic(every.toMillis(), tick -> queue.run()),
            vertx.setPeriodic(every.toMillis(), tick -> claims.run()),
            vertx.setPeriodic(TIDY_EVERY.toMillis(), tick -> tidy.run()));
  }

  /** Before anything else stops. */
  void stop(@Observes @Priority(0) ShutdownEvent event, Vertx vertx) {
    timers.forEach(vertx::cancelTimer);
  }

  private Uni<Void> queue() {
    return store
        .duePrograms()
        .invoke(programs -> programs.forEach(worker::wake))
        .chain(consents::withdrawEnded)
        .invoke(worker::follow)
        .chain(parked::withdrawGivenUp)
        .chain(parked::endParkedTooLong)
        .invoke(worker::follow)
        .replaceWithVoid();
  }
}
