package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
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

  /** Publishes what several rulings brought, none about a referral of another. */
  public Uni<Void> publish(List<Ruling> rulings) {
    List<UUID> referrals = new ArrayList<>();
    Uni<Void> others = Uni.createFrom().voidItem();
    for (Ruling ruling : rulings) {
      if (ruling instanceof Ruling.Decided decided && decided.after() != null) {
        referrals.add(UUID.fromString(decided.after().id()));
      } else {
        others = others.chain(() -> publish(ruling));
      }
    }
    return others.chain(() -> referrals(referrals));
  }

  private Uni<Void> referrals(List<UUID> ids) {
    if (ids.size() < 2) {
      return each(ids);
    }
    return transactions
        .write(
            session -> new PublishWave(session, broadcast, copies, fresh, clock, nanoTime).run(ids))
        .onFailure()
        .invoke(e -> LOG.warnf("unpublished wave=%d error=%s", ids.size(), e.getClass().getName()))
        .onFailure()
        .recoverWithItem(Set.of())
        .chain(this::each);
  }

  private Uni<Void> each(Collection<UUID> ids) {
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
