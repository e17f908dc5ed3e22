package org.closedloop.pages.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as people read them. Moments are told in UTC and say so. */
public final class Times {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final int WHOLE_DATE = 10;

  private Times() {}

  /** For instance {@code 17 Aug 2026, 18:20 UTC}; null stays null. */
  public static String moment(Instant at) {
    return at == null ? null : MOMENT.format(at.atOffset(ZoneOffset.UTC));
  }

  /**
   * A FHIR date or dateTime as a day of where it was written; a year or month, or what is no date,
   * stays as it is; null stays null.
   */
  public static String day(String date) {
    if (date == null || date.length() < WHOLE_DATE) {
      return date;
    }
    try {
      LocalDate day =
          date.length() == WHOLE_DATE
              ? LocalDate.parse(date)
              : OffsetDateTime.parse(date).toLocalDate();
      return DAY.format(day);
    } catch (DateTimeParseException e) {
      return date;
    }
  }

  /** How long, in the largest unit: {@code 3 days}, {@code 1 hour}. */
  public static String span(Instant from, Instant to) {
    Duration span = Duration.between(from, to);
    if (span.toDays() > 0) {
      return count(span.toDays(), "day");
    }
    if (span.toHours() > 0) {
      return count(span.toHours(), "hour");
    }
    return span.toMinutes() > 0 ? count(span.toMinutes(), "minute") : "under a minute";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
