package org.closedloop.conformance.shape;

import java.time.YearMonth;

/**
 * Whether a text is a date or time of FHIR that exists, without making one of it: a message has
 * dozens, and hardly any is ever computed with.
 */
final class TimeText {

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int SECOND = 8;
  private static final int MOST_DECIMALS = 9;

  private TimeText() {}

  /** A year, month or day. */
  static boolean isDate(String text) {
    return isDate(text, text.length());
  }

  /** hh:mm:ss with up to nine decimals; second 60 is a leap second. */
  static boolean isTime(String text) {
    return endOfTime(text, 0) == text.length();
  }

  /** A day and a time of it with Z or an offset. */
  static boolean isInstant(String text) {
    return text.length() > DAY
        && text.charAt(DAY) == 'T'
        && isDate(text, DAY)
        && isZone(text, endOfTime(text, DAY + 1));
  }

  private static boolean isDate(String text, int length) {
    int year = number(text, 0, YEAR);
    if (year < 0 || length == YEAR) {
      return year >= 0;
    }
    boolean hasMonth = length >= MONTH && text.charAt(YEAR) == '-';
    int month = hasMonth ? number(text, YEAR + 1, 2) : -1;
    if (month < 1 || month > 12 || length == MONTH) {
      return length == MONTH && month >= 1 && month <= 12;
    }
    int day = length == DAY && text.charAt(MONTH) == '-' ? number(text, MONTH + 1, 2) : -1;
    return day >= 1 && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** Where a time that begins here ends, -1 when none does. */
  private static int endOfTime(String text, int from) {
    int end = from + SECOND;
    if (!isNumber(text, from, 23)
        || !isColon(text, from + 2)
        || !isNumber(text, from + 3, 59)
        || !isColon(text, from + 5)
        || !isNumber(text, from + 6, 60)) {
      return -1;
    }
    return end < text.length() && text.charAt(end) == '.' ? endOfDecimals(text, end + 1) : end;
  }

  private static int endOfDecimals(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end > from && end - from <= MOST_DECIMALS ? end : -1;
  }

  /** Z, or an offset of at most 18 hours, as java.time has it. */
  private static boolean isZone(String text, int from) {
    if (from < 0 || from >= text.length()) {
      return false;
    }
    char sign = text.charAt(from);
    if (sign == 'Z') {
      return text.length() == from + 1;
    }
    return (sign == '+' || sign == '-')
        && text.length() == from + 6
        && isNumber(text, from + 1, 18)
        && isColon(text, from + 3)
        && isNumber(text, from + 4, number(text, from + 1, 2) == 18 ? 0 : 59);
  }

  private static boolean isColon(String text, int at) {
    return at < text.length() && text.charAt(at) == ':';
  }

  private static boolean isNumber(String text, int from, int most) {
    int number = number(text, from, 2);
    return number >= 0 && number <= most;
  }

  /** The number these digits are, -1 when they are not all digits. */
  private static int number(String text, int from, int digits) {
    if (text.length() < from + digits) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
