package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.closedloop.feedback.core.Ruling;
import org.jboss.logging.Logger;

/**
 * Publishes decisions from the event table, per referral in sequence and under a lock, so that two
 * instances cannot swap two decisions (docs/adr/0009). Never fails: what is left is swept later.
 */
@ApplicationScoped
public class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final Transactions transactions;
  private final Broadcast broadcast;
  private final PartyCopies copies;
  private final FreshMessages fresh;
  private final Clock clock;
  private final LongSupplier nanoTime;

  @Inject
  Publisher(
      Transactions transactions,
      Broadcast broadcast,
      PartyCopies copies,
      FreshMessages fresh,
      Clock clock) {
    this(transactions, broadcast, copies, fresh, clock, System::nanoTime);
  }

  Publisher(
      Transactions transactions,
      Broadcast broadcast,
      PartyCopies copies,
      FreshMessages fresh,
      Clock clock,
      LongSupplier nanoTime) {
    this.transactions = transactions;
    this.fresh = fresh;
    this.broadcast = broadcast;
    this.copies = copies;
    this.clock = clock;
    this.nanoTime = nanoTime;
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

  /**
   * Begins to publish what the transaction before it on a connection has written.
   *
   * @param events of that transaction
   * @return ids of referrals that more is left of; what belongs to no referral is left out
   */
  Uni<Set<UUID>> wave(Sql sql, List<FreshEvent> events) {
    List<FreshEvent> ofReferrals =
        events.stream().filter(one -> one.event().referralId != null).toList();
    if (ofReferrals.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return new PublishWave(sql, broadcast, copies, clock, nanoTime, ofReferrals)
        .run()
        .onFailure()
        .invoke(
            e ->
                LOG.warnf(
                    "unpublished wave=%d error=%s", ofReferrals.size(), e.getClass().getName()))
        .onFailure()
        .recoverWithItem(Set.of());
  }

  /** Publishes what a wave leaves out: refusals that belong to no referral, and repetitions. */
  Uni<Void> others(List<Ruling> rulings) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Ruling ruling : rulings) {
      if (!(ruling instanceof Ruling.Decided decided) || decided.after() == null) {
        all = all.chain(() -> publish(ruling));
      }
    }
    return all;
  }

  /** Publishes all that is left of some referrals. */
  Uni<Void> each(Collection<UUID> ids) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (UUID id : ids) {
      all = all.chain(() -> referral(id));
    }
    return all;
  }

  /** Publishes all that is left of a referral. */
  Uni<Void> referral(UUID id) {
    return run("referral", id, run -> run.referral(id));
  }

  /** Publishes a refusal that belongs to no referral. */
  Uni<Void> event(UUID id) {
    return run("event", id, run -> run.alone(id));
  }

  private Uni<Void> run(String what, UUID id, Function<PublishRun, Uni<Boolean>> work) {
    return transactions
        .write(
            session ->
                work.apply(new PublishRun(session, broadcast, copies, fresh, clock, nanoTime)))
        .onFailure()
        .invoke(e -> LOG.warnf("unpublished %s=%s error=%s", what, id, e.getClass().getName()))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }
}
