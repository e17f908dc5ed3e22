package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * The one way to the database. Each transaction has a session and a Vert.x context of its own, so
 * it may be begun from anywhere: a record, a timer, a retry.
 */
@ApplicationScoped
public class Transactions {

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;

  Transactions(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  /** Commits what the work did, or nothing of it when it fails. */
  <T> Uni<T> write(Function<StatelessSession, Uni<T>> work) {
    return SafeContext.run(
        vertx, () -> sessions.withStatelessTransaction((session, tx) -> work.apply(session)));
  }

  /** Reads without a transaction. */
  <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
    return SafeContext.run(vertx, () -> sessions.withStatelessSession(work));
  }
}
