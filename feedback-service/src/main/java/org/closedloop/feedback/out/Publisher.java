package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.closedloop.feedback.core.Ruling;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Publishes decisions from the event table, per referral in sequence and under a lock, so that two
 * instances cannot swap two decisions. Never fails: what is left is swept later.
 */
@ApplicationScoped
public class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final byte[] NOTHING = new byte[0];

  /** That an event was published may be forgotten in a crash: then it is published again. */
  private static final String LOCK =
      "select set_config('synchronous_commit', 'off', true) from referral where id = :id"
          + " for update";

  private final Transactions transactions;
  private final Broadcast broadcast;
  private final Clock clock;

  Publisher(Transactions transactions, Broadcast broadcast, Clock clock) {
    this.transactions = transactions;
    this.broadcast = broadcast;
    this.clock = clock;
  }

  /** Publishes what a ruling brought. */
  public Uni<Void> publish(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Repeated repeated when repeated.underNewId() ->
          event(UUID.fromString(repeated.decision().eventId()));
      case Ruling.Repeated repeated -> broadcast.tell(repeated.verdict());
      case Ruling.Decided decided when decided.after() == null ->
          event(UUID.fromString(decided.decision().eventId()));
      case Ruling.Decided decided -> referral(UUID.fromString(decided.after().id()));
    };
  }

  /** Publishes all that is left of a referral. */
  Uni<Void> referral(UUID id) {
    return transactions
        .write(
            session ->
                session
                    .createNativeQuery(LOCK, String.class)
                    .setParameter("id", id)
                    .getSingleResult()
                    .chain(() -> unpublished(session, id))
                    .chain(events -> inSequence(session, events)))
        .onFailure()
        .recoverWithItem(e -> left("referral", id, e))
        .replaceWithVoid();
  }

  /** Publishes a refusal that belongs to no referral. */
  Uni<Void> event(UUID id) {
    return transactions
        .write(
            session ->
                session
                    .createQuery(
                        "from EventRow where id = :id and publishedAt is null", EventRow.class)
                    .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .setParameter("id", id)
                    .getResultList()
                    .chain(events -> inSequence(session, events)))
        .onFailure()
        .recoverWithItem(e -> left("event", id, e))
        .replaceWithVoid();
  }

  private static Uni<List<EventRow>> unpublished(StatelessSession session, UUID referralId) {
    return session
        .createQuery(
            "from EventRow where referralId = :id and publishedAt is null order by sequence",
            EventRow.class)
        .setParameter("id", referralId)
        .getResultList();
  }

  /** Stops at the first that fails; what went before it is done all the same. */
  private Uni<Boolean> inSequence(StatelessSession session, List<EventRow> events) {
    Uni<Boolean> all = Uni.createFrom().item(true);
    for (EventRow event : events) {
      all = all.chain(going -> going ? one(session, event) : Uni.createFrom().item(false));
    }
    return all;
  }

  private Uni<Boolean> one(StatelessSession session, EventRow event) {
    return message(session, event)
        .chain(message -> broadcast.tell(event.facts(), message))
        .replaceWith(true)
        .onFailure()
        .recoverWithItem(e -> left("event", event.id, e))
        .chain(told -> told ? done(session, event) : Uni.createFrom().item(false));
  }

  private static Uni<byte[]> message(StatelessSession session, EventRow event) {
    return event.payloadId == null
        ? Uni.createFrom().item(NOTHING)
        : session.get(PayloadRow.class, event.payloadId).map(PayloadRow::message);
  }

  private Uni<Boolean> done(StatelessSession session, EventRow event) {
    event.publishedAt = clock.instant();
    return session.update(event).replaceWith(true);
  }

  private static boolean left(String what, UUID id, Throwable e) {
    LOG.warnf("unpublished %s=%s error=%s", what, id, e.getClass().getName());
    return false;
  }
}
