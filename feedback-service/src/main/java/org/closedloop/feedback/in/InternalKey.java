package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.closedloop.kit.HubConfig;
import org.closedloop.kit.http.Answers;

/** The secret the hub's own services show each other. */
@ApplicationScoped
class InternalKey {

  private final byte[] key;

  InternalKey(HubConfig config) {
    this.key = config.internalKey().getBytes(StandardCharsets.UTF_8);
  }

  /** Answers those who know the secret; 403 to others, 503 when the record cannot be read. */
  Uni<Response> guarded(String shown, Supplier<Uni<Response>> answer) {
    return is(shown)
        ? Unavailable.instead(answer)
        : Uni.createFrom()
            .item(Answers.refused(403, "internal-key", "forbidden", "This is not for you."));
  }

  /** Whether the header's value is the secret; takes the same time for every wrong one. */
  boolean is(String shown) {
    return shown != null && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
  }
}
