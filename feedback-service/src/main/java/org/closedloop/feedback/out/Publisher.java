package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
  private final Clock clock;
  private final LongSupplier nanoTime;

  @Inject
  Publisher(Transactions transactions, Broadcast broadcast, PartyCopies copies, Clock clock) {
    this(transactions, broadcast, copies, clock, System::nanoTime);
  }

  Publisher(
      Transactions transactions,
      Broadcast broadcast,
      PartyCopies copies,
      Clock clock,
      LongSupplier nanoTime) {
    this.transactions = transactions;
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
        .write(session -> work.apply(new PublishRun(session, broadcast, copies, clock, nanoTime)))
        .onFailure()
        .invoke(e -> LOG.warnf("unpublished %s=%s error=%s", what, id, e.getClass().getName()))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }
}
