package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.CallbackWorker;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedCallbacks;

/** Callbacks: their queue takes them up again, or ends them. */
@ApplicationScoped
class CallbackReplays implements Replaying {

  private final ParkedCallbacks callbacks;
  private final CallbackWorker worker;

  CallbackReplays(ParkedCallbacks callbacks, CallbackWorker worker) {
    this.callbacks = callbacks;
    this.worker = worker;
  }

  @Override
  public ParkedKind kind() {
    return ParkedKind.CALLBACK;
  }

  @Override
  public Uni<Outcome> replay(Parked item, OpsRequest request) {
    if (request.dryRun()) {
      return Uni.createFrom().item(Outcome.of(item, Outcome.WOULD_REPLAY, null));
    }
    return callbacks
        .replay(item, request.mark(item))
        .invoke(worker::wake)
        .map(
            done ->
                done
                    ? Outcome.of(item, Outcome.REPLAYED, null)
                    : Outcome.of(item, Outcome.ALREADY_APPLIED, "not-parked"));
  }

  @Override
  public Uni<Outcome> discard(Parked item, OpsRequest request) {
    return callbacks
        .discard(item, request.reason(), request.mark(item))
        .invoke(worker::wake)
        .map(
            done ->
                done
                    ? Outcome.of(item, Outcome.DISCARDED, request.reason())
                    : Outcome.of(item, Outcome.ALREADY_APPLIED, "not-parked"));
  }
}
