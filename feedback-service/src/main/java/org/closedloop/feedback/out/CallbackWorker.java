package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.feedback.core.CallbackFate;
import org.closedloop.kit.Draining;
import org.jboss.logging.Logger;

/**
 * Takes callbacks off the queue and tells them, several at a time, one per referral, and no more of
 * one initiator than its lane has room for.
 */
@ApplicationScoped
public class CallbackWorker {

  private static final Logger LOG = Logger.getLogger(CallbackWorker.class);

  /** A lease that is older when the attempt begins may end before the attempt does. */
  private static final Duration BEGUN_WITHIN = Duration.ofSeconds(2);

  private final CallbackQueue queue;
  private final CallbackSender sender;
  private final Lanes lanes;
  private final Draining draining;
  private final AtomicBoolean leasing = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();

  CallbackWorker(CallbackQueue queue, CallbackSender sender, Lanes lanes, Draining draining) {
    this.queue = queue;
    this.sender = sender;
    this.lanes = lanes;
    this.draining = draining;
  }

  /** There may be something to tell. Returns at once; called while looking, it looks again. */
  public void wake() {
    again.set(true);
    if (leasing.compareAndSet(false, true)) {
      again.set(false);
      draining.run(this::lease).subscribe().with(this::tellAll, e -> tellAll(failed("lease", e)));
    }
  }

  private Uni<List<Callback>> lease() {
    Map<String, Integer> permits = new HashMap<>();
    return queue
        .lease(party -> permits.computeIfAbsent(party, any -> lanes.enter(party, Lanes.OF_ONE)))
        .onItemOrFailure()
        .invoke((leased, e) -> giveBack(permits, e == null ? leased : List.of()));
  }

  private void giveBack(Map<String, Integer> permits, List<Callback> leased) {
    permits.forEach(
        (party, given) -> {
          long used = leased.stream().filter(c -> c.party().equals(party)).count();
          lanes.unused(party, given, (int) used);
        });
  }

  private void tellAll(List<Callback> callbacks) {
    callbacks.forEach(this::tell);
    leasing.set(false);
    if (again.get()) {
      wake();
    }
  }

  private void tell(Callback callback) {
    draining
        .run(() -> stale(callback) ? leaveIt(callback) : attempt(callback))
        .subscribe()
        .with(done -> wake(), e -> failed("settle", e));
  }

  private Uni<Void> attempt(Callback callback) {
    return sender
        .send(callback)
        .invoke(answer -> lanes.over(callback.party(), answer))
        .map(answer -> fate(callback, answer))
        .chain(fate -> queue.settle(callback, fate));
  }

  private CallbackFate fate(Callback callback, PushAnswer answer) {
    double chance = ThreadLocalRandom.current().nextDouble();
    CallbackFate fate =
        CallbackFate.of(answer, callback.trial(lanes.patience(callback.party()), chance));
    log(callback, fate);
    return fate;
  }

  /** The process stood still: somebody else may have the callback by now. */
  private static boolean stale(Callback callback) {
    return System.nanoTime() - callback.leasedNanos() > BEGUN_WITHIN.toNanos();
  }

  private Uni<Void> leaveIt(Callback callback) {
    lanes.unused(callback.party(), 1, 0);
    LOG.warnf("callback left referral=%s reason=stale-lease", callback.referralId());
    return Uni.createFrom().voidItem();
  }

  /** Broken infrastructure: the lease runs out, or the timer looks again. */
  private static List<Callback> failed(String what, Throwable e) {
    LOG.warnf("callbacks failed what=%s error=%s", what, e.getClass().getName());
    return List.of();
  }

  private static void log(Callback callback, CallbackFate fate) {
    String what =
        switch (fate) {
          case CallbackFate.Done done -> "done";
          case CallbackFate.Parked(String word, String error) ->
              "parked word=" + word + " error=" + error;
          case CallbackFate.Again(String error, Duration pause) ->
              "again error=" + error + " pauseMs=" + pause.toMillis();
        };
    LOG.infof(
        "callback referral=%s party=%s attempt=%d fate=%s",
        callback.referralId(), callback.party(), callback.attempts(), what);
  }
}
