package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The initiators' own copies of decisions about different referrals, a few at a time. */
final class WaveCopies {

  /** Within an initiator's share of places ({@link Lanes}), and callbacks find some, too. */
  private static final int AT_ONCE = 4;

  private static final String WAITING =
      "select distinct referral_id from callback"
          + " where referral_id = any($1) and state in ('OPEN', 'PARKED')";

  private final Sql sql;
  private final PartyCopies copies;
  private final LockHold hold;
  private final Future<Set<UUID>> behind;

  /**
   * Begins to ask whose messages wait: under the referrals' locks nobody adds to them, and one that
   * is told meanwhile only makes the next one a callback, too.
   *
   * @param events those that are to be published
   */
  WaveCopies(Sql sql, PartyCopies copies, LockHold hold, List<FreshEvent> events) {
    this.sql = sql;
    this.copies = copies;
    this.hold = hold;
    this.behind = behind(events.stream().filter(WaveCopies::hears).toList());
  }

  private static boolean hears(FreshEvent one) {
    return one.facts().feedbackTopic() != null;
  }

  private Future<Set<UUID>> behind(List<FreshEvent> hearing) {
    return hearing.isEmpty()
        ? Future.succeededFuture(Set.of())
        : sql.run(WAITING, Tuple.of(Sql.ids(hearing, one -> one.event().referralId)))
            .map(rows -> rows.stream().map(row -> row.getUUID(0)).collect(Collectors.toSet()));
  }

  /** Writes the copies of those who hear by topic; what has to wait is kept as callbacks. */
  Uni<Void> write(List<PublishWave.Told> told) {
    List<FreshEvent> hearing =
        told.stream().map(PublishWave.Told::fresh).filter(WaveCopies::hears).toList();
    if (hearing.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<CallbackRow> kept = new ArrayList<>();
    return Sql.uni(() -> behind)
        .chain(waiting -> inTurn(hearing, waiting, kept))
        .chain(() -> keep(kept));
  }

  private Uni<Void> keep(List<CallbackRow> kept) {
    return kept.isEmpty()
        ? Uni.createFrom().voidItem()
        : Sql.uni(() -> CallbackRow.insert(sql, kept)).replaceWithVoid();
  }

  private Uni<Void> inTurn(List<FreshEvent> hearing, Set<UUID> waiting, List<CallbackRow> kept) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (int i = 0; i < hearing.size(); i += AT_ONCE) {
      List<FreshEvent> few = hearing.subList(i, Math.min(i + AT_ONCE, hearing.size()));
      all = all.chain(hold::confirm).chain(() -> atOnce(few, waiting, kept));
    }
    return all;
  }

  private Uni<Void> atOnce(List<FreshEvent> few, Set<UUID> waiting, List<CallbackRow> kept) {
    List<Uni<Optional<CallbackRow>>> all = new ArrayList<>();
    for (FreshEvent one : few) {
      boolean waits = waiting.contains(one.event().referralId);
      all.add(copies.write(one.event(), one.facts(), one.message(), waits));
    }
    return Uni.join()
        .all(all)
        .andFailFast()
        .invoke(rows -> rows.forEach(row -> row.ifPresent(kept::add)))
        .replaceWithVoid();
  }
}
