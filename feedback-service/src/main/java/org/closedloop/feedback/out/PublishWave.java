package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes what the transaction before it on the same connection has written of different
 * referrals, all at once and from memory, in one transaction that holds all their locks. A referral
 * with more to publish is left to {@link PublishRun}: so nothing here has anything before it.
 */
final class PublishWave {

  private static final Logger LOG = Logger.getLogger(PublishWave.class);

  /** In the order of ids, as everybody locks several. As in {@link PublishRun} otherwise. */
  private static final String LOCK =
      "select set_config('synchronous_commit', 'off', true) from referral where id = any($1)"
          + " order by id for update";

  private static final String UNPUBLISHED =
      "select id, referral_id, journaled_at is not null from event"
          + " where referral_id = any($1) and published_at is null";

  private static final String REMEMBER =
      "update event e set published_at = n.published_at, journaled_at = n.journaled_at"
          + " from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])"
          + " as n (id, published_at, journaled_at) where e.id = n.id";

  private final Sql sql;
  private final Broadcast broadcast;
  private final Clock clock;
  private final List<FreshEvent> events;
  private final LockHold hold;
  private final WaveCopies copies;
  private final Future<RowSet<Row>> unpublished;

  /**
   * Begins to take the locks and to ask what is unpublished; the commit before it may still be
   * under way.
   *
   * @param events one of each referral
   */
  PublishWave(
      Sql sql,
      Broadcast broadcast,
      PartyCopies copies,
      Clock clock,
      LongSupplier nanoTime,
      List<FreshEvent> events) {
    this.sql = sql;
    this.broadcast = broadcast;
    this.clock = clock;
    this.events = events;
    // What is asked from here on shows that the locks are held after this moment.
    this.hold = new LockHold(this::askAnything, nanoTime);
    Future<Void> begun = sql.begin();
    UUID[] ids = Sql.ids(events, one -> one.event().referralId);
    Future<?> locked = sql.run(LOCK, Tuple.of(ids));
    Future<RowSet<Row>> asked = sql.run(UNPUBLISHED, Tuple.of(ids));
    this.copies = new WaveCopies(sql, copies, hold, events);
    this.unpublished = Future.all(begun, locked, asked).map(done -> asked.result());
  }

  private Uni<Integer> askAnything() {
    return Sql.uni(() -> sql.run("select 1", Tuple.tuple())).map(RowSet::size);
  }

  /**
   * Publishes.
   *
   * @return ids of referrals that more is left of than this does
   */
  Uni<Set<UUID>> run() {
    return Sql.uni(() -> unpublished)
        .chain(
            rows -> {
              Map<UUID, List<Row>> left =
                  rows.stream().collect(Collectors.groupingBy(row -> row.getUUID(1)));
              return publish(single(left)).replaceWith(() -> withMore(left));
            });
  }

  /** Nothing but what was just written is left of these. */
  private List<FreshEvent> single(Map<UUID, List<Row>> left) {
    return events.stream()
        .filter(one -> only(one, left.getOrDefault(one.event().referralId, List.of())))
        .toList();
  }

  private static boolean only(FreshEvent one, List<Row> left) {
    return left.size() == 1
        && left.get(0).getUUID(0).equals(one.event().id)
        && !left.get(0).getBoolean(2);
  }

  private Set<UUID> withMore(Map<UUID, List<Row>> left) {
    Set<UUID> more = new HashSet<>(left.keySet());
    single(left).forEach(one -> more.remove(one.event().referralId));
    return more;
  }

  private Uni<Void> publish(List<FreshEvent> fresh) {
    return hold.confirm()
        .chain(() -> tellAll(fresh))
        .chain(told -> copies.write(told).replaceWith(told))
        .chain(told -> Sql.uni(() -> remember(told)));
  }

  private Uni<List<Told>> tellAll(List<FreshEvent> fresh) {
    return fresh.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Uni.join()
            .all(fresh.stream().map(this::tell).toList())
            .andFailFast()
            .map(told -> told.stream().flatMap(Optional::stream).toList());
  }

  /** Nothing when the journal did not take it: then it is swept later. */
  private Uni<Optional<Told>> tell(FreshEvent one) {
    Uni<Boolean> journal =
        broadcast
            .journal(one.facts(), one.journal())
            .replaceWith(true)
            .onFailure()
            .recoverWithItem(e -> left(one, e));
    return Uni.combine()
        .all()
        .unis(journal, broadcast.status(one.status()))
        .with(
            (journaled, shown) ->
                journaled ? Optional.of(new Told(one, shown)) : Optional.<Told>empty());
  }

  private static boolean left(FreshEvent one, Throwable e) {
    LOG.warnf("unpublished event=%s error=%s", one.event().id, e.getClass().getName());
    return false;
  }

  /** Only these columns: the rest of the row is large and stays as it is. */
  private Future<Void> remember(List<Told> told) {
    List<Future<?>> all = new ArrayList<>();
    if (!told.isEmpty()) {
      all.add(
          sql.run(
              REMEMBER,
              Tuple.of(
                  Sql.ids(told, one -> one.fresh().event().id),
                  Sql.times(told, one -> one.shown() ? clock.instant() : null),
                  Sql.times(told, one -> one.shown() ? null : clock.instant()))));
    }
    all.add(sql.commit());
    return Future.all(all).mapEmpty();
  }

  /**
   * A decision the journal has.
   *
   * @param shown whether dashboards see it too
   */
  record Told(FreshEvent fresh, boolean shown) {}
}
