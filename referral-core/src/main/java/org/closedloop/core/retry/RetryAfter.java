package org.closedloop.core.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the HTTP header {@code Retry-After}: seconds or a date (RFC 9110, 10.2.3). */
public final class RetryAfter {

  private static final int DIGITS_AT_MOST = 9;

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param header value, or null
   * @param now for a date
   * @return null when there is no header, or one that says nothing
   */
  public static Duration of(String header, Instant now) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String value = header.strip();
    if (value.length() <= DIGITS_AT_MOST && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    return untilDate(value, now);
  }

  private static Duration untilDate(String value, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
