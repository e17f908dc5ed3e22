package org.closedloop.conformance.fhirpath;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.closedloop.conformance.fhirpath.Scalar.Amount;

/** A date some time earlier or later (FHIRPath 6.6.7). */
final class Calendar {

  private Calendar() {}

  /** Null when the unit is none of the calendar; nothing when there is no such date. */
  static Values shift(Moment moment, Amount amount, int direction) {
    ChronoUnit unit = unit(amount.unit());
    if (unit == null || !moment.isDate()) {
      return null;
    }
    try {
      LocalDateTime shifted =
          moment.start().plus(direction * amount.value().longValueExact(), unit);
      return moment.withStart(shifted);
    } catch (DateTimeException | ArithmeticException e) {
      return Nothing.NOTHING;
    }
  }

  private static ChronoUnit unit(String unit) {
    return switch (unit) {
      case "year", "a" -> ChronoUnit.YEARS;
      case "month", "mo" -> ChronoUnit.MONTHS;
      case "week", "wk" -> ChronoUnit.WEEKS;
      case "day", "d" -> ChronoUnit.DAYS;
      case "hour", "h" -> ChronoUnit.HOURS;
      case "minute", "min" -> ChronoUnit.MINUTES;
      case "second", "s" -> ChronoUnit.SECONDS;
      case "millisecond", "ms" -> ChronoUnit.MILLIS;
      default -> null;
    };
  }
}
