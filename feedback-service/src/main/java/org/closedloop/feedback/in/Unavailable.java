package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.closedloop.kit.http.Answers;
import org.jboss.logging.Logger;

/** 503 when the record cannot be read, or not in time. */
final class Unavailable {

  private static final Logger LOG = Logger.getLogger(Unavailable.class);

  /** A database that stands still must not keep callers waiting until they give up. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Unavailable() {}

  static Uni<Response> instead(Supplier<Uni<Response>> answer) {
    return Uni.createFrom()
        .deferred(answer::get)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .invoke(e -> LOG.warnf("record not readable error=%s", e.getClass().getName()))
        .onFailure()
        .recoverWithItem(() -> Answers.unavailable());
  }
}
