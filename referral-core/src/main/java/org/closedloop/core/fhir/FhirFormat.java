package org.closedloop.core.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a resource is written. Inside the hub, and on topics, it is always JSON. */
public enum FhirFormat {
  JSON("application/fhir+json", Set.of("application/json", "text/json", "json")),
  XML("application/fhir+xml", Set.of("application/xml", "text/xml", "xml"));

  private static final String CHARSET = "charset=";

  private final String mediaType;
  private final Set<String> otherNames;

  FhirFormat(String mediaType, Set<String> otherNames) {
    this.mediaType = mediaType;
    this.otherNames = otherNames;
  }

  /** The media type of FHIR for it. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The format a body is announced in.
   *
   * @param contentType header; null or blank means JSON
   * @return empty when it is no format of FHIR, or XML in another encoding than UTF-8
   */
  public static Optional<FhirFormat> ofBody(String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return Optional.of(JSON);
    }
    return named(contentType)
        .filter(format -> contentType.contains("/"))
        .filter(format -> format == JSON || inUtf8(contentType));
  }

  /**
   * The format of a name.
   *
   * @param name a media type, parameters allowed, or {@code json} or {@code xml} alone
   */
  public static Optional<FhirFormat> named(String name) {
    String word = name.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    for (FhirFormat format : values()) {
      if (word.equals(format.mediaType) || format.otherNames.contains(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static boolean inUtf8(String contentType) {
    for (String parameter : contentType.toLowerCase(Locale.ROOT).split(";")) {
      String trimmed = parameter.trim();
      if (trimmed.startsWith(CHARSET)) {
        return trimmed.substring(CHARSET.length()).replace("\"", "").equals("utf-8");
      }
    }
    return true;
  }
}
