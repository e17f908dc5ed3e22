package org.closedloop.adapter.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.closedloop.adapter.core.Arrival;
import org.closedloop.adapter.core.ArrivalPolicy;
import org.closedloop.adapter.core.DeliveryState;
import org.closedloop.adapter.core.RoutedMessage;

/**
 * Works a batch of routed messages into the locked rows of their referrals, within a transaction.
 */
final class Arrivals {

  private final Map<String, List<DeliveryRow>> byReferral = new HashMap<>();
  private final List<DeliveryRow> fresh = new ArrayList<>();
  private final Set<DeliveryRow> touched = new LinkedHashSet<>();
  private final Set<String> programs = new LinkedHashSet<>();
  private final Predicate<String> programKnown;
  private final Instant now;

  Arrivals(List<DeliveryRow> locked, Predicate<String> programKnown, Instant now) {
    locked.forEach(row -> rowsOf(row.referralId()).add(row));
    this.programKnown = programKnown;
    this.now = now;
  }

  void add(RoutedMessage message) {
    List<DeliveryRow> rows = rowsOf(message.routed().referralId());
    switch (decide(message, rows)) {
      case Arrival.Known() -> {}
      case Arrival.Enqueue() -> {
        add(rows, DeliveryRow.of(message, DeliveryState.WAITING, now));
        programs.add(message.routed().program());
      }
      case Arrival.Suppress() -> add(rows, DeliveryRow.of(message, DeliveryState.WITHDRAWN, now));
      case Arrival.Undeliverable(String reason) -> {
        DeliveryRow row = DeliveryRow.of(message, DeliveryState.WITHDRAWN, now);
        row.failed(reason);
        row.undeliverable(now);
        add(rows, row);
      }
      case Arrival.Withdraw() -> {
        rows.forEach(row -> row.withdrawn(now));
        touched.addAll(rows);
        add(rows, DeliveryRow.of(message, DeliveryState.WITHDRAWN, now));
      }
    }
  }

  private Arrival decide(RoutedMessage message, List<DeliveryRow> rows) {
    return ArrivalPolicy.decide(
        message.routed().sequence(),
        message.routed().referral(),
        rows.stream().map(DeliveryRow::queued).toList(),
        programKnown.test(message.routed().program()));
  }

  private void add(List<DeliveryRow> rows, DeliveryRow row) {
    rows.add(row);
    fresh.add(row);
  }

  private List<DeliveryRow> rowsOf(String referralId) {
    return byReferral.computeIfAbsent(referralId, id -> new ArrayList<>());
  }

  /** Rows to insert. */
  Object[] fresh() {
    return fresh.toArray();
  }

  /** What follows once the transaction is committed. */
  Consequences consequences() {
    List<ClaimDue> claims =
        Stream.concat(touched.stream(), fresh.stream())
            .map(DeliveryRow::claimDue)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Consequences(programs, claims);
  }
}
