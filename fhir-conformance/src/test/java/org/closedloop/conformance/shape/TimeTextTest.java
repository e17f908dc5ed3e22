package org.closedloop.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is read by hand is what patterns and java.time say, on texts that are nearly right. */
class TimeTextTest {

  private static final String TIME = "\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?";
  private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
  private static final Pattern TIME_OF_DAY = Pattern.compile(TIME);
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T" + TIME + "(?:Z|[+-]\\d{2}:\\d{2})");
  private static final List<String> SEEDS =
      List.of(
          "2024",
          "2024-02",
          "2024-02-29",
          "2023-02-28",
          "0000-12-31",
          "12:34:56",
          "23:59:60.123456789",
          "2024-02-29T12:34:56Z",
          "2023-12-31T23:59:60.5+18:00",
          "2024-10-10T00:00:00-05:30",
          "");
  private static final String CHARACTERS = "0123456789-:.TZ+ é٣";
  private static final int ROUNDS = 200_000;

  @Test
  void shouldTakeTheTextsThatJavaTimeTakes() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      String text = SEEDS.get(random.nextInt(SEEDS.size()));
      for (int change = random.nextInt(4); change > 0; change--) {
        text = changed(text, random);
      }
      assertThat(TimeText.isDate(text)).as("date %s", text).isEqualTo(isDate(text));
      assertThat(TimeText.isTime(text)).as("time %s", text).isEqualTo(isTime(text));
      assertThat(TimeText.isInstant(text)).as("instant %s", text).isEqualTo(isInstant(text));
    }
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    String put = "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    String rest = text.substring(Math.min(text.length(), at + random.nextInt(2)));
    return text.substring(0, at) + (random.nextInt(3) == 0 ? "" : put) + rest;
  }

  private static boolean isDate(String text) {
    return DATE.matcher(text).matches()
        && switch (text.length()) {
          case 4 -> parses(Year::parse, text);
          case 7 -> parses(YearMonth::parse, text);
          default -> parses(LocalDate::parse, text);
        };
  }

  private static boolean isTime(String text) {
    return TIME_OF_DAY.matcher(text).matches() && parses(LocalTime::parse, noLeapSecond(text));
  }

  private static boolean isInstant(String text) {
    return INSTANT.matcher(text).matches() && parses(OffsetDateTime::parse, noLeapSecond(text));
  }

  private static String noLeapSecond(String text) {
    return text.replaceFirst("(:\\d{2}):60", "$1:59");
  }

  private static boolean parses(Function<String, ?> parser, String text) {
    try {
      return parser.apply(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
