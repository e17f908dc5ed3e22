package org.closedloop.feedback.out;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Directory;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.closedloop.kit.kafka.RecordSender;

/** Another instance's parts, beside those of the service, for tests. */
@ApplicationScoped
public class SecondInstance {

  private final Transactions transactions;
  private final RecordSender sender;
  private final PartyCopies copies;
  private final OverdueSweep overdue;
  private final Publisher first;
  private final Recorder recorder;
  private final Clock clock;
  private final Connections connections;
  private final FreshMessages messages;
  private final Directory directory;
  private final CallbackWorker callbacks;

  SecondInstance(
      Transactions transactions,
      RecordSender sender,
      PartyCopies copies,
      OverdueSweep overdue,
      Publisher first,
      Recorder recorder,
      Clock clock,
      Connections connections,
      FreshMessages messages,
      Directory directory,
      CallbackWorker callbacks) {
    this.connections = connections;
    this.messages = messages;
    this.directory = directory;
    this.callbacks = callbacks;
    this.transactions = transactions;
    this.sender = sender;
    this.copies = copies;
    this.overdue = overdue;
    this.first = first;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Publishes as the first instance would. */
  public Uni<Void> publishByTheOther(String referralId) {
    return first.referral(UUID.fromString(referralId));
  }

  /** Decides a claim as another consumer would; one that loses a race runs again. */
  public Uni<Verdict> decide(Claim claim, byte[] message) {
    return recorder
        .record(Said.of(claim, message))
        .onFailure()
        .retry()
        .atMost(20)
        .map(Ruling::verdict);
  }

  /** Decides a claim as an instance would whose clock is wrong by so much. */
  public Uni<Verdict> decideAhead(Claim claim, byte[] message, Duration ahead) {
    Clock wrong = Clock.offset(clock, ahead);
    return new Recorder(connections, messages, directory, wrong, callbacks)
        .record(Said.of(claim, message))
        .map(Ruling::verdict);
  }

  /** Looks at the timers as of a later time. */
  public Uni<Void> sweepAfter(Duration time) {
    return overdue.sweep(Instant.now().plus(time));
  }

  /** A publisher that stands still where it is told to. */
  public Stalling stalling() {
    return new Stalling();
  }

  /** Stands still once, until it is woken up, with the lock of its referral in its hands. */
  public final class Stalling {

    private final CompletableFuture<Void> still = new CompletableFuture<>();
    private final CompletableFuture<Void> awake = new CompletableFuture<>();
    private final AtomicLong nanoTime = new AtomicLong();

    /** Stands still after the last check, in the very moment before it writes. */
    public Uni<Void> publishStandingStillBeforeTheWrite(String referralId) {
      return publisher(broadcast(true)).referral(UUID.fromString(referralId));
    }

    /** Stands still between two writes. */
    public Uni<Void> publishStandingStillAfterTheWrite(String referralId) {
      return publisher(broadcast(false)).referral(UUID.fromString(referralId));
    }

    private Publisher publisher(Broadcast broadcast) {
      return new Publisher(
          transactions, broadcast, copies, new FreshMessages(), clock, nanoTime::get);
    }

    private Broadcast broadcast(boolean before) {
      return new Broadcast(sender, new SimpleMeterRegistry()) {
        @Override
        Uni<Void> journal(EventFacts facts, byte[] message) {
          Uni<Void> written = Uni.createFrom().deferred(() -> super.journal(facts, message));
          return before ? stand().chain(() -> written) : written.chain(this::stand);
        }

        private Uni<Void> stand() {
          return SafeContext.comingBack(
              () -> {
                still.complete(null);
                return Uni.createFrom().completionStage(awake);
              });
        }
      };
    }

    /** Completes when it stands still. */
    public CompletableFuture<Void> still() {
      return still;
    }

    /** Wakes it up after a time that it did not notice. */
    public void wake(Duration after) {
      nanoTime.addAndGet(after.toNanos());
      awake.complete(null);
    }
  }
}
