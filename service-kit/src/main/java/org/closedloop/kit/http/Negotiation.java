package org.closedloop.kit.http;

import java.util.Optional;
import org.closedloop.core.fhir.FhirFormat;

/** Which format a caller wants its answer in: XML where it asks for it, else JSON. */
final class Negotiation {

  private static final String QUALITY = "q=";

  private Negotiation() {}

  /**
   * The format of an answer.
   *
   * @param accept header, or null
   * @param parameter value of {@code _format}, which wins over the header; or null
   */
  static FhirFormat of(String accept, String parameter) {
    Optional<FhirFormat> asked =
        parameter == null ? Optional.empty() : FhirFormat.named(parameter.replace(' ', '+'));
    return asked.orElseGet(() -> byHeader(accept == null ? "" : accept));
  }

  private static FhirFormat byHeader(String accept) {
    return quality(accept, FhirFormat.XML) > quality(accept, FhirFormat.JSON)
        ? FhirFormat.XML
        : FhirFormat.JSON;
  }

  /** How much a format is wanted; what only a wildcard covers is not asked for. */
  private static double quality(String accept, FhirFormat format) {
    double best = 0;
    for (String range : accept.split(",")) {
      if (FhirFormat.named(range).filter(format::equals).isPresent()) {
        best = Math.max(best, quality(range));
      }
    }
    return best;
  }

  private static double quality(String range) {
    for (String parameter : range.split(";")) {
      String trimmed = parameter.trim();
      if (trimmed.startsWith(QUALITY)) {
        return number(trimmed.substring(QUALITY.length()));
      }
    }
    return 1;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
