package org.closedloop.feedback.out;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;

/** Publishes what is left of one referral, in sequence, in one transaction that holds its lock. */
final class PublishRun {

  private static final Logger LOG = Logger.getLogger(PublishRun.class);
  private static final byte[] NOTHING = new byte[0];

  /** That an event was published may be forgotten in a crash: then it is published again. */
  private static final String LOCK =
      "select set_config('synchronous_commit', 'off', true) from referral where id = :id"
          + " for update";

  private static final String REMEMBER =
      "update EventRow set publishedAt = :published, journaledAt = :journaled where id = :id";

  private static final String WAITING =
      "select count(*) from CallbackRow where referralId = :id and state in ('OPEN', 'PARKED')";

  private final StatelessSession session;
  private final Broadcast broadcast;
  private final PartyCopies copies;
  private final FreshMessages fresh;
  private final Clock clock;
  private final LockHold hold;

  /** Whether a message of this referral waits for the initiator; later ones go behind it. */
  private boolean waiting;

  PublishRun(
      StatelessSession session,
      Broadcast broadcast,
      PartyCopies copies,
      FreshMessages fresh,
      Clock clock,
      LongSupplier nanoTime) {
    this.session = session;
    this.fresh = fresh;
    this.broadcast = broadcast;
    this.copies = copies;
    this.clock = clock;
    this.hold =
        new LockHold(
            () -> session.createNativeQuery("select 1", Integer.class).getSingleResult(), nanoTime);
  }

  /** All of a referral. */
  Uni<Boolean> referral(UUID id) {
    return hold.shownBy(
            () ->
                session
                    .createNativeQuery(LOCK, String.class)
                    .setParameter("id", id)
                    .getSingleResult())
        .chain(() -> hold.shownBy(() -> unpublished(id)))
        .chain(this::inSequence);
  }

  /** One event that belongs to no referral; nothing when somebody else is at it. */
  Uni<Boolean> alone(UUID eventId) {
    return hold.shownBy(
            () ->
                session
                    .createQuery(
                        "from EventRow where id = :id and publishedAt is null", EventRow.class)
                    .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .setParameter("id", eventId)
                    .getResultList())
        .chain(this::inSequence);
  }

  private Uni<List<EventRow>> unpublished(UUID referralId) {
    return session
        .createQuery(
            "from EventRow where referralId = :id and publishedAt is null order by sequence",
            EventRow.class)
        .setParameter("id", referralId)
        .getResultList();
  }

  /** Stops at the first that fails; what went before it is done all the same. */
  private Uni<Boolean> inSequence(List<EventRow> events) {
    Uni<Boolean> all = Uni.createFrom().item(true);
    for (EventRow event : events) {
      all = all.chain(going -> going ? one(event) : Uni.createFrom().item(false));
    }
    return all;
  }

  private Uni<Boolean> one(EventRow event) {
    EventFacts facts = event.facts();
    return hold.shownBy(() -> message(event))
        .chain(message -> tell(event, facts, message))
        .onFailure(NotAcknowledgedException.class)
        .recoverWithItem(e -> left(event, e.getCause()))
        .chain(told -> remember(event).replaceWith(told));
  }

  /** Only these columns: the rest of the row is large and stays as it is. */
  private Uni<Integer> remember(EventRow event) {
    return session
        .createMutationQuery(REMEMBER)
        .setParameter("published", event.publishedAt)
        .setParameter("journaled", event.journaledAt)
        .setParameter("id", event.id)
        .executeUpdate();
  }

  private Uni<byte[]> message(EventRow event) {
    if (event.payloadId == null) {
      return Uni.createFrom().item(NOTHING);
    }
    return fresh
        .take(event.payloadId)
        .map(message -> Uni.createFrom().item(message))
        .orElseGet(() -> session.get(PayloadRow.class, event.payloadId).map(PayloadRow::message));
  }

  private Uni<Boolean> tell(EventRow event, EventFacts facts, byte[] message) {
    if (event.journaledAt != null) {
      return hold.confirm().chain(() -> broadcast.status(facts)).map(told -> done(event, told));
    }
    return hold.confirm()
        .chain(
            () ->
                Uni.combine()
                    .all()
                    .unis(journal(facts, message), broadcast.status(facts))
                    .collectFailures()
                    .with((none, told) -> told))
        .onFailure(CompositeException.class)
        .transform(PublishRun::first)
        .call(() -> copy(event, facts, message))
        .map(told -> done(event, told));
  }

  private Uni<Boolean> journal(EventFacts facts, byte[] message) {
    return broadcast
        .journal(facts, message)
        .replaceWith(true)
        .onFailure()
        .transform(NotAcknowledgedException::new);
  }

  private static Throwable first(Throwable composite) {
    return ((CompositeException) composite).getCauses().get(0);
  }

  private Uni<Void> copy(EventRow event, EventFacts facts, byte[] message) {
    if (facts.feedbackTopic() == null) {
      return Uni.createFrom().voidItem();
    }
    return behind(event.referralId)
        .chain(behind -> hold.confirm().replaceWith(behind))
        .chain(behind -> copies.write(event, facts, message, behind))
        .chain(this::keep);
  }

  private Uni<Void> keep(Optional<CallbackRow> kept) {
    waiting = kept.isPresent();
    return waiting ? kept.get().insert(session) : Uni.createFrom().voidItem();
  }

  private Uni<Boolean> behind(UUID referralId) {
    if (waiting) {
      return Uni.createFrom().item(true);
    }
    return hold.shownBy(
        () ->
            session
                .createQuery(WAITING, Long.class)
                .setParameter("id", referralId)
                .getSingleResult()
                .map(count -> count > 0));
  }

  /** What has been told is remembered, so that no later run tells it again. */
  private boolean done(EventRow event, boolean all) {
    if (all) {
      event.publishedAt = clock.instant();
    } else {
      event.journaledAt = clock.instant();
    }
    return all;
  }

  private static boolean left(EventRow event, Throwable e) {
    LOG.warnf("unpublished event=%s error=%s", event.id, e.getClass().getName());
    return false;
  }

  /** The broker did not take the journal's record. */
  private static final class NotAcknowledgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcknowledgedException(Throwable cause) {
      super(cause);
    }
  }
}
