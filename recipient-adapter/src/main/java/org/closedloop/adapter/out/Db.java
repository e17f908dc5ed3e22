package org.closedloop.adapter.out;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs transactions. Hibernate Reactive keeps its session in the Vert.x context and takes up one it
 * finds there, so every transaction gets a context of its own: a timer's, a consumer's and a
 * request's never meet.
 */
@ApplicationScoped
public class Db {

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;

  Db(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  /** Completes with the result after the commit; fails after the rollback. */
  public <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            result ->
                ownContext()
                    .runOnContext(
                        ignored ->
                            Uni.createFrom()
                                .deferred(() -> sessions.withTransaction(work))
                                .subscribe()
                                .with(result::complete, result::fail)));
  }

  private Context ownContext() {
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }
}
