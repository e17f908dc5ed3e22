package org.closedloop.feedback.out;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.feedback.core.ParkedKind;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Parked callbacks: they live in their own queue; what became of them is kept with the rest. */
@ApplicationScoped
public class ParkedCallbacks {

  private static final String OPEN =
      "from CallbackRow c where c.state = 'PARKED'"
          + " and (:any = true or c.referralId = :target or c.id = :target) order by c.doneAt";
  private static final String IF_PARKED = " where id = :id and state = 'PARKED'";

  private final Transactions transactions;
  private final ParkedStore store;
  private final Clock clock;

  ParkedCallbacks(Transactions transactions, ParkedStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is parked, the longest first.
   *
   * @param target a referral, or one callback by its id; null for all
   */
  public Uni<List<Parked>> open(UUID target, int limit) {
    return transactions.read(
        session ->
            session
                .createQuery(OPEN, CallbackRow.class)
                .setParameter("any", target == null)
                .setParameter("target", target)
                .setMaxResults(limit)
                .getResultList()
                .chain(
                    rows ->
                        Multi.createFrom()
                            .iterable(rows)
                            .onItem()
                            .transformToUniAndConcatenate(row -> item(session, row))
                            .collect()
                            .asList()));
  }

  /** Has it pushed again. */
  public Uni<Boolean> replay(Parked item, String request) {
    return resolve(item, CallbackQueue.REOPEN, ParkedRow.REPLAYED, ParkedRow.REPLAYED, request);
  }

  /** Ends it; later ones of its referral go on. */
  public Uni<Boolean> discard(Parked item, String reason, String request) {
    return resolve(item, CallbackQueue.END, ParkedRow.DISCARDED, reason, request);
  }

  private Uni<Boolean> resolve(
      Parked item, String change, String state, String how, String request) {
    return transactions.write(
        session ->
            session
                .createNativeQuery(change + IF_PARKED)
                .setParameter("id", UUID.fromString(item.id()))
                .executeUpdate()
                .chain(
                    changed ->
                        changed == 0
                            ? Uni.createFrom().item(false)
                            : note(session, item, state, how, request)
                                .chain(() -> lookSoon(session, item))
                                .replaceWith(true)));
  }

  /** The hospital's timer depends on it. */
  private static Uni<Void> lookSoon(StatelessSession session, Parked item) {
    return OverdueRow.lookSoon(session, UUID.fromString(item.referralId()));
  }

  /** A callback that is parked a second time is another item. */
  private Uni<Void> note(
      StatelessSession session, Parked item, String state, String how, String request) {
    ParkedRow row =
        ParkedRow.of(ParkedKind.CALLBACK, item.id() + "|" + item.parkedAt(), item.parkedAt());
    row.referralId = UUID.fromString(item.referralId());
    row.sequence = item.sequence();
    row.word = item.word();
    row.size = item.size();
    row.state = state;
    row.resolvedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    row.resolution = how;
    row.resolvedBy = request;
    return store.keep(session, row);
  }

  private static Uni<Parked> item(StatelessSession session, CallbackRow row) {
    return session
        .get(PayloadRow.class, row.payloadId)
        .map(payload -> item(row, payload.message().length));
  }

  private static Parked item(CallbackRow row, int size) {
    return new Parked(
        row.id.toString(),
        ParkedKind.CALLBACK.word(),
        row.referralId.toString(),
        null,
        null,
        null,
        null,
        Optional.ofNullable(row.parkedWord).orElse("unknown"),
        size,
        row.sequence,
        row.doneAt,
        ParkedRow.PARKED,
        null,
        null);
  }
}
