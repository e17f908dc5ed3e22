package org.closedloop.feedback.out;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * A reactive session belongs to one Vert.x context. Requests and records come with a context of
 * their own; timers and answers of the broker do not.
 */
final class SafeContext {

  private SafeContext() {}

  /** Runs work on a new context of its own. */
  static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              VertxContextSafetyToggle.setContextSafe(context, true);
              context.runOnContext(
                  ignored ->
                      Uni.createFrom()
                          .deferred(work::get)
                          .subscribe()
                          .with(emitter::complete, emitter::fail));
            });
  }

  /** Comes back to the context of the subscriber, on whatever thread the work ended. */
  static <T> Uni<T> comingBack(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context context = Vertx.currentContext();
              return context == null
                  ? work.get()
                  : work.get().emitOn(task -> context.runOnContext(ignored -> task.run()));
            });
  }
}
