package org.closedloop.conformance.fhirpath;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, date and time, or time of day, as precise as it was written. One with a time zone is kept
 * in UTC.
 */
final class Moment implements Scalar {

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?"
              + "(?:T(?:(\\d{2})(?::(\\d{2})(?::(\\d{2}(?:\\.\\d{1,9})?))?)?)?"
              + "(Z|[+-]\\d{2}:\\d{2})?)?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::(\\d{2})(?::(\\d{2}(?:\\.\\d{1,9})?))?)?");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS");
  private static final int DAY = 3;
  private static final int NANOS = 1_000_000_000;

  private final String text;
  private final String typeName;
  private final long[] parts;

  private Moment(String text, String typeName, long[] parts) {
    this.text = text;
    this.typeName = typeName;
    this.parts = parts;
  }

  /** A date or a date and time, as FHIR or a literal writes it; empty when it is none. */
  static Optional<Moment> dateTime(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      long[] parts = parts(matcher, 1, 6);
      String zone = matcher.group(7);
      boolean isTime = text.indexOf('T') > 0;
      if (zone != null && parts.length > DAY) {
        parts = inUtc(parts, ZoneOffset.of(zone));
      } else if (parts.length >= DAY) {
        // Only to see that there is such a day.
        LocalDate.of((int) parts[0], (int) parts[1], (int) parts[2]);
      }
      return Optional.of(new Moment(text, isTime ? "DateTime" : "Date", parts));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time of day; empty when it is none. */
  static Optional<Moment> time(String text) {
    Matcher matcher = TIME.matcher(text);
    return matcher.matches()
        ? Optional.of(new Moment(text, "Time", parts(matcher, 1, 3)))
        : Optional.empty();
  }

  static Moment now(Instant now) {
    return dateTime(now.toString()).orElseThrow();
  }

  static Moment today(Instant now) {
    return dateTime(now.atOffset(ZoneOffset.UTC).toLocalDate().toString()).orElseThrow();
  }

  static Moment timeOfDay(Instant now) {
    return time(now.atOffset(ZoneOffset.UTC).toLocalTime().toString()).orElseThrow();
  }

  /** Numbers from year or hour on, the last one in billionths of a second. */
  private static long[] parts(Matcher matcher, int from, int count) {
    long[] parts = new long[count];
    int known = 0;
    while (known < count && matcher.group(from + known) != null) {
      String digits = matcher.group(from + known);
      boolean seconds = known == count - 1;
      parts[known] =
          seconds ? new BigDecimal(digits).movePointRight(9).longValue() : Long.parseLong(digits);
      known++;
    }
    return Arrays.copyOf(parts, known);
  }

  private static long[] inUtc(long[] parts, ZoneOffset zone) {
    long[] full = Arrays.copyOf(parts, 6);
    // A leap second has no place in java.time: it is taken as the second before.
    long nanos = Math.min(full[5], 60L * NANOS - 1);
    LocalDateTime utc =
        LocalDateTime.of((int) full[0], (int) full[1], (int) full[2], (int) full[3], (int) full[4])
            .plusNanos(nanos)
            .minusSeconds(zone.getTotalSeconds());
    return Arrays.copyOf(all(utc), parts.length);
  }

  /**
   * Compares as far as both are precise.
   *
   * @return negative, zero, positive; empty when one is less precise and nothing decides before
   */
  Optional<Integer> compare(Moment other) {
    if (isTime() != other.isTime()) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(parts.length, other.parts.length); i++) {
      if (parts[i] != other.parts[i]) {
        return Optional.of(Long.compare(parts[i], other.parts[i]));
      }
    }
    return parts.length == other.parts.length ? Optional.of(0) : Optional.empty();
  }

  private boolean isTime() {
    return typeName.equals("Time");
  }

  /** Whether it has a day, of whatever precision, to count from. */
  boolean isDate() {
    return !isTime();
  }

  /** The first instant it covers, in UTC where it has a zone. */
  LocalDateTime start() {
    long[] full = {0, 1, 1, 0, 0, 0};
    System.arraycopy(parts, 0, full, 0, parts.length);
    return LocalDateTime.of(
            (int) full[0], (int) full[1], (int) full[2], (int) full[3], (int) full[4])
        .plusNanos(full[5]);
  }

  /** Another time of the same precision. */
  Moment withStart(LocalDateTime start) {
    long[] shifted = Arrays.copyOf(all(start), parts.length);
    String zone = parts.length > DAY ? "Z" : "";
    int[] lengths = {4, 7, 10, 13, 16, 29};
    String iso = ISO.format(start).substring(0, lengths[parts.length - 1]);
    return new Moment(iso + zone, typeName, shifted);
  }

  private static long[] all(LocalDateTime time) {
    return new long[] {
      time.getYear(),
      time.getMonthValue(),
      time.getDayOfMonth(),
      time.getHour(),
      time.getMinute(),
      time.getSecond() * (long) NANOS + time.getNano()
    };
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public Object key() {
    return List.of(isTime(), Arrays.stream(parts).boxed().toList());
  }
}
