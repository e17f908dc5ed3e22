package org.closedloop.kit.http;

import java.util.Locale;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** What can be said of a body before anybody reads it: media type and size. */
public final class BodyRules {

  /** The largest body that is looked at (design section 5). */
  public static final int LIMIT = 1024 * 1024;

  private BodyRules() {}

  /**
   * The refusal of a body, 415 or 413; empty when it may be read.
   *
   * @param contentType header, or null
   * @param body the bytes
   */
  public static Optional<Refusal> check(String contentType, byte[] body) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).split(";")[0];
    boolean json =
        type.isBlank()
            || type.trim().equals("application/fhir+json")
            || type.trim().equals("application/json");
    if (!json) {
      return Optional.of(
          Refusal.of(
              415,
              Finding.error(
                  "media-type",
                  "not-supported",
                  "",
                  "The hub reads application/fhir+json. Send the resource as JSON.")));
    }
    return body != null && body.length > LIMIT ? Optional.of(tooLarge()) : Optional.empty();
  }

  static Refusal tooLarge() {
    return Refusal.of(
        413,
        Finding.error(
            "too-large",
            "too-long",
            "",
            "The body is larger than 1 MiB. Send only what the use case needs."));
  }
}
