package org.closedloop.conformance.shape;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** FHIR dates and times, which may be as coarse as a year. */
public final class FhirTimes {

  /**
   * What a date or time covers.
   *
   * @param from first instant
   * @param to first instant after it
   */
  public record Span(Instant from, Instant to) {}

  private FhirTimes() {}

  /** A date of year, month or day precision, or an instant; a date is taken in UTC. */
  public static Optional<Span> dateTime(String text) {
    return TimeText.isInstant(text) ? Optional.of(second(text)) : date(text);
  }

  private static Span second(String text) {
    Instant at = OffsetDateTime.parse(noLeapSecond(text)).toInstant();
    return new Span(at, at.plus(1, ChronoUnit.SECONDS));
  }

  private static String noLeapSecond(String text) {
    return text.replaceFirst("(:\\d{2}):60", "$1:59");
  }

  private static Optional<Span> date(String text) {
    if (!TimeText.isDate(text)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (text.length()) {
          case 4 -> span(Year.parse(text).atDay(1), ChronoUnit.YEARS);
          case 7 -> span(YearMonth.parse(text).atDay(1), ChronoUnit.MONTHS);
          default -> span(LocalDate.parse(text), ChronoUnit.DAYS);
        });
  }

  private static Span span(LocalDate first, ChronoUnit unit) {
    return new Span(start(first), start(first.plus(1, unit)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
