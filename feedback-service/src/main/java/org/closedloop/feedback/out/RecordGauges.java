package org.closedloop.feedback.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Gauges of the record. All instances read the same database and so say the same: over instances
 * they are to be read by their maximum, not their sum.
 */
@ApplicationScoped
public class RecordGauges {

  private static final String AGE =
      "cast(coalesce(extract(epoch from clock_timestamp() - min(%s)), 0) as double precision)";
  private static final String OPEN =
      "select delivery, count(*), "
          + AGE.formatted("recorded_at")
          + " from referral where closed_at is null group by delivery";
  private static final String CALLBACKS =
      "select state, count(*), "
          + AGE.formatted("created_at")
          + " from callback where state in ('OPEN', 'PARKED') group by state";
  private static final String UNPUBLISHED =
      "select 'all', count(*), "
          + AGE.formatted("written_at")
          + " from event where published_at is null";
  private static final String OVERDUE =
      "select turn, count(*), use_case, stage from overdue where cleared_at is null"
          + " group by turn, use_case, stage";

  private final Transactions transactions;
  private final MultiGauge open;
  private final MultiGauge openOldest;
  private final MultiGauge callbacks;
  private final MultiGauge callbacksOldest;
  private final MultiGauge unpublished;
  private final MultiGauge unpublishedOldest;
  private final MultiGauge overdue;

  RecordGauges(Transactions transactions, MeterRegistry registry) {
    this.transactions = transactions;
    this.open = gauge(registry, "hub.open", "Open referrals by delivery state");
    this.openOldest = gauge(registry, "hub.open.oldest.seconds", "Age of the oldest of them");
    this.callbacks = gauge(registry, "hub.callbacks", "Messages that wait for initiators");
    this.callbacksOldest =
        gauge(registry, "hub.callbacks.oldest.seconds", "Age of the oldest of them");
    this.unpublished = gauge(registry, "hub.unpublished", "Decisions not published yet");
    this.unpublishedOldest =
        gauge(registry, "hub.unpublished.oldest.seconds", "Age of the oldest of them");
    this.overdue = gauge(registry, "hub.overdue", "Late referrals by whose turn it is");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Reads all of them; fails when the database does. */
  Uni<Void> refresh() {
    return read(OPEN)
        .invoke(rows -> show(rows, "delivery", open, openOldest))
        .chain(() -> read(CALLBACKS))
        .invoke(rows -> show(rows, "state", callbacks, callbacksOldest))
        .chain(() -> read(UNPUBLISHED))
        .invoke(rows -> show(rows, "of", unpublished, unpublishedOldest))
        .chain(() -> read(OVERDUE))
        .invoke(rows -> show(overdue, rows, row -> late(row), 1))
        .replaceWithVoid();
  }

  private Uni<List<Object[]>> read(String query) {
    return transactions.read(
        session -> session.createNativeQuery(query, Object[].class).getResultList());
  }

  private static void show(List<Object[]> rows, String label, MultiGauge count, MultiGauge oldest) {
    Function<Object[], Tags> tags = row -> Tags.of(label, (String) row[0]);
    show(count, rows, tags, 1);
    show(oldest, rows, tags, 2);
  }

  private static void show(
      MultiGauge gauge, List<Object[]> rows, Function<Object[], Tags> tags, int column) {
    gauge.register(
        rows.stream()
            .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(tags.apply(row), (Number) row[column]))
            .toList(),
        true);
  }

  private static Tags late(Object[] row) {
    return Tags.of("turn", (String) row[0], "use_case", (String) row[2], "stage", (String) row[3]);
  }
}
