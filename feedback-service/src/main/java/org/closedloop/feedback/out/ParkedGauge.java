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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.kit.Draining;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Metrics of what waits for a person: {@code hub.parked} by kind, and {@code
 * hub.parked.oldest.seconds}. Parked callbacks stay in their queue and are counted there.
 */
@ApplicationScoped
public class ParkedGauge {

  private static final Logger LOG = Logger.getLogger(ParkedGauge.class);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final String COUNTS =
      "select kind, count(*), min(parkedAt) from ParkedRow where state = 'parked' group by kind";
  private static final String CALLBACKS =
      "select 'callback', count(*), min(doneAt) from CallbackRow where state = 'PARKED'"
          + " group by state";

  private final Transactions transactions;
  private final Draining draining;
  private final Clock clock;
  private final Map<ParkedKind, AtomicLong> counts = new EnumMap<>(ParkedKind.class);
  private final AtomicLong oldestSeconds = new AtomicLong();

  ParkedGauge(Transactions transactions, Draining draining, Clock clock, MeterRegistry registry) {
    this.transactions = transactions;
    this.draining = draining;
    this.clock = clock;
    for (ParkedKind kind : ParkedKind.values()) {
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
        .read(
            session ->
                counted(session, COUNTS)
                    .call(rows -> counted(session, CALLBACKS).invoke(rows::addAll)))
        .invoke(this::take)
        .replaceWithVoid();
  }

  /** Rows of kind, count and the time of the oldest. */
  private static Uni<List<Object[]>> counted(StatelessSession session, String query) {
    return session
        .createQuery(query, Object[].class)
        .getResultList()
        .map(rows -> new ArrayList<>(rows));
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
