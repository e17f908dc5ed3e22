package org.closedloop.feedback.out;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.closedloop.feedback.core.ParkedKind;
import org.jboss.logging.Logger;

/**
 * Metrics of what waits for a person: {@code hub.parked} by kind, and {@code
 * hub.parked.oldest.seconds}. Callbacks are counted with their queue.
 */
@ApplicationScoped
public class ParkedGauge {

  private static final Logger LOG = Logger.getLogger(ParkedGauge.class);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final String COUNTS =
      "select kind, count(*), min(parkedAt) from ParkedRow where state = 'parked' group by kind";

  private final Transactions transactions;
  private final Draining draining;
  private final Clock clock;
  private final Map<ParkedKind, AtomicLong> counts = new EnumMap<>(ParkedKind.class);
  private final AtomicLong oldestSeconds = new AtomicLong();

  ParkedGauge(Transactions transactions, Draining draining, Clock clock, MeterRegistry registry) {
    this.transactions = transactions;
    this.draining = draining;
    this.clock = clock;
    for (ParkedKind kind : List.of(ParkedKind.CLAIM, ParkedKind.DELIVERY, ParkedKind.DEAD_LETTER)) {
      counts.put(kind, new AtomicLong());
      Gauge.builder("hub.parked", counts.get(kind), AtomicLong::get)
          .tag("kind", kind.word())
          .register(registry);
    }
    registry.gauge("hub.parked.oldest.seconds", oldestSeconds);
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(
        LOOK.toMillis(),
        id ->
            draining
                .run(this::look)
                .subscribe()
                .with(
                    done -> {},
                    e -> LOG.debugf("parked not counted error=%s", e.getClass().getName())));
  }

  /** Counts once. */
  Uni<Void> look() {
    return transactions
        .read(session -> session.createQuery(COUNTS, Object[].class).getResultList())
        .invoke(this::take)
        .replaceWithVoid();
  }

  private void take(List<Object[]> rows) {
    Instant now = clock.instant();
    counts.forEach(
        (kind, count) ->
            count.set(
                rows.stream()
                    .filter(row -> row[0].equals(kind.word()))
                    .mapToLong(row -> (Long) row[1])
                    .sum()));
    oldestSeconds.set(
        rows.stream()
            .map(row -> Duration.between((Instant) row[2], now).toSeconds())
            .max(Long::compare)
            .orElse(0L));
  }
}
