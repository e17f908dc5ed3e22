package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.closedloop.feedback.core.CallbackFate;
import org.jboss.logging.Logger;

/** Takes callbacks off the queue and pushes them, several at a time, one per referral. */
@ApplicationScoped
public class CallbackWorker {

  private static final Logger LOG = Logger.getLogger(CallbackWorker.class);
  private static final int AT_ONCE = 32;

  private final CallbackQueue queue;
  private final CallbackSender sender;
  private final Draining draining;
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicBoolean leasing = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();

  CallbackWorker(CallbackQueue queue, CallbackSender sender, Draining draining) {
    this.queue = queue;
    this.sender = sender;
    this.draining = draining;
  }

  /** There may be something to push. Returns at once; called while looking, it looks again. */
  public void wake() {
    again.set(true);
    if (leasing.compareAndSet(false, true)) {
      again.set(false);
      int room = AT_ONCE - under.get();
      Uni<List<Callback>> lease =
          room > 0 ? draining.run(() -> queue.lease(room)) : Uni.createFrom().item(List.of());
      lease.subscribe().with(this::pushAll, e -> pushAll(failed("lease", e)));
    }
  }

  private void pushAll(List<Callback> callbacks) {
    under.addAndGet(callbacks.size());
    callbacks.forEach(this::push);
    leasing.set(false);
    if (again.get()) {
      wake();
    }
  }

  private void push(Callback callback) {
    draining
        .run(
            () ->
                sender
                    .send(callback)
                    .invoke(fate -> log(callback, fate))
                    .chain(fate -> queue.settle(callback.id(), fate)))
        .onTermination()
        .invoke(under::decrementAndGet)
        .subscribe()
        .with(done -> wake(), e -> failed("settle", e));
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
          case CallbackFate.Parked(String word) -> "parked error=" + word;
          case CallbackFate.Again(String word, Duration pause) ->
              "again error=" + word + " pauseMs=" + pause.toMillis();
        };
    LOG.infof(
        "callback referral=%s party=%s attempt=%d fate=%s",
        callback.referralId(), callback.party(), callback.attempts(), what);
  }
}
