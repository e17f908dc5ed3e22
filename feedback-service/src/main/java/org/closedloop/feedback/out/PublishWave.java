package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Publishes the one decision that is left of each of several referrals, all at once, in one
 * transaction that holds all their locks. A referral with more to publish is left to {@link
 * PublishRun}: so nothing here has anything before it, and what is held in memory is bounded.
 */
final class PublishWave {

  private static final Logger LOG = Logger.getLogger(PublishWave.class);
  private static final byte[] NOTHING = new byte[0];

  /** In the order of ids, as everybody locks several. As in {@link PublishRun} otherwise. */
  private static final String LOCK =
      "select set_config('synchronous_commit', 'off', true) from referral where id in (:ids)"
          + " order by id for update";

  private static final String UNPUBLISHED =
      "from EventRow where referralId in (:ids) and publishedAt is null";

  private final StatelessSession session;
  private final Broadcast broadcast;
  private final WaveCopies copies;
  private final FreshMessages fresh;
  private final Clock clock;
  private final LockHold hold;

  PublishWave(
      StatelessSession session,
      Broadcast broadcast,
      PartyCopies copies,
      FreshMessages fresh,
      Clock clock,
      LongSupplier nanoTime) {
    this.session = session;
    this.fresh = fresh;
    this.broadcast = broadcast;
    this.clock = clock;
    this.hold =
        new LockHold(
            () -> session.createNativeQuery("select 1", Integer.class).getSingleResult(), nanoTime);
    this.copies = new WaveCopies(session, copies, hold);
  }

  /**
   * Publishes.
   *
   * @param ids of referrals
   * @return those that more is left of than this does
   */
  Uni<Set<UUID>> run(List<UUID> ids) {
    return hold.shownBy(
            () ->
                session
                    .createNativeQuery(LOCK, String.class)
                    .setParameter("ids", ids)
                    .getResultList())
        .chain(() -> hold.shownBy(() -> unpublished(ids)))
        .chain(
            events -> {
              Set<UUID> more = withMore(events);
              List<EventRow> single =
                  events.stream().filter(event -> !more.contains(event.referralId)).toList();
              return publish(single).replaceWith(more);
            });
  }

  private Uni<List<EventRow>> unpublished(List<UUID> ids) {
    return session
        .createQuery(UNPUBLISHED, EventRow.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static Set<UUID> withMore(List<EventRow> events) {
    Set<UUID> seen = new HashSet<>();
    Set<UUID> more = new HashSet<>();
    for (EventRow event : events) {
      if (!seen.add(event.referralId) || event.journaledAt != null) {
        more.add(event.referralId);
      }
    }
    return more;
  }

  private Uni<Void> publish(List<EventRow> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return hold.shownBy(() -> messages(events))
        .chain(messages -> hold.confirm().chain(() -> tellAll(events, messages)))
        .chain(told -> copies.write(told).chain(() -> remember(told)));
  }

  private Uni<Map<UUID, byte[]>> messages(List<EventRow> events) {
    Map<UUID, byte[]> known = new HashMap<>();
    List<UUID> others = new ArrayList<>();
    for (EventRow event : events) {
      if (event.payloadId != null) {
        fresh
            .take(event.payloadId)
            .ifPresentOrElse(
                message -> known.put(event.payloadId, message), () -> others.add(event.payloadId));
      }
    }
    return others.isEmpty()
        ? Uni.createFrom().item(known)
        : session
            .createQuery("from PayloadRow where id in (:ids)", PayloadRow.class)
            .setParameter("ids", others)
            .getResultList()
            .invoke(rows -> rows.forEach(row -> known.put(row.id, row.message())))
            .replaceWith(known);
  }

  private Uni<List<Told>> tellAll(List<EventRow> events, Map<UUID, byte[]> messages) {
    List<Uni<Optional<Told>>> all = new ArrayList<>();
    for (EventRow event : events) {
      byte[] message = event.payloadId == null ? NOTHING : messages.get(event.payloadId);
      all.add(tell(event, event.facts(), message));
    }
    return Uni.join()
        .all(all)
        .andFailFast()
        .map(told -> told.stream().flatMap(Optional::stream).toList());
  }

  /** Nothing when the journal did not take it: then it is swept later. */
  private Uni<Optional<Told>> tell(EventRow event, EventFacts facts, byte[] message) {
    Uni<Boolean> journal =
        broadcast
            .journal(facts, message)
            .replaceWith(true)
            .onFailure()
            .invoke(
                e -> LOG.warnf("unpublished event=%s error=%s", event.id, e.getClass().getName()))
            .onFailure()
            .recoverWithItem(false);
    return Uni.combine()
        .all()
        .unis(journal, broadcast.status(facts))
        .with(
            (journaled, shown) ->
                journaled
                    ? Optional.of(new Told(event, facts, message, shown))
                    : Optional.<Told>empty());
  }

  private Uni<Void> remember(List<Told> told) {
    return mark("publishedAt", told, Told::shown)
        .chain(() -> mark("journaledAt", told, one -> !one.shown()));
  }

  private Uni<Void> mark(String column, List<Told> told, Predicate<Told> which) {
    List<UUID> ids = told.stream().filter(which).map(one -> one.event().id).toList();
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createMutationQuery("update EventRow set " + column + " = :now where id in (:ids)")
            .setParameter("now", clock.instant())
            .setParameter("ids", ids)
            .executeUpdate()
            .replaceWithVoid();
  }

  /**
   * A decision the journal has.
   *
   * @param message empty when none goes on
   * @param shown whether dashboards see it too
   */
  record Told(EventRow event, EventFacts facts, byte[] message, boolean shown) {}
}
