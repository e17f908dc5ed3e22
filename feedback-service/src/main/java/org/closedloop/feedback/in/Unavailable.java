package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.closedloop.kit.http.Answers;
import org.jboss.logging.Logger;

/** 503 when the record cannot be read. */
final class Unavailable {

  private static final Logger LOG = Logger.getLogger(Unavailable.class);

  private Unavailable() {}

  static Uni<Response> instead(Supplier<Uni<Response>> answer) {
    return Uni.createFrom()
        .deferred(answer::get)
        .onFailure()
        .invoke(e -> LOG.warnf("record not readable error=%s", e.getClass().getName()))
        .onFailure()
        .recoverWithItem(() -> Answers.unavailable());
  }
}
