package org.closedloop.kit.http;

import java.util.Optional;
import org.closedloop.core.fhir.FhirFormat;
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
    if (FhirFormat.ofBody(contentType).isEmpty()) {
      return Optional.of(
          Refusal.of(
              415,
              Finding.error(
                  "media-type",
                  "not-supported",
                  "",
                  "The hub reads application/fhir+json and application/fhir+xml, in UTF-8. Send the"
                      + " resource as one of them and say so in Content-Type.")));
    }
    return body != null && body.length > LIMIT ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** The format of a body that {@link #check} lets pass. */
  public static FhirFormat format(String contentType) {
    return FhirFormat.ofBody(contentType).orElse(FhirFormat.JSON);
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
