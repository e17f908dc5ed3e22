package org.closedloop.acceptance.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.closedloop.stack.cli.Arguments;

/**
 * What stands behind {@code bench}.
 *
 * @param soakMinutes length of the soak, 0 for none
 * @param burst referrals sent at once
 * @param rows open referrals there are when pages are looked at, ascending
 * @param only what alone is measured; null for all
 */
record BenchOptions(int soakMinutes, int burst, List<Integer> rows, Only only) {

  /** Parts that can be measured alone. */
  enum Only {
    PAGES,
    MICRO
  }

  /** What two cores bring to an end within the ten minutes of a whole run. */
  private static final int DEFAULT_BURST = 1000;

  private static final List<Integer> DEFAULT_ROWS = List.of(10_000);

  /** Throws {@link Arguments.Wrong} with a sentence when they are not understood. */
  static BenchOptions of(List<String> args) {
    int soak = 0;
    int burst = DEFAULT_BURST;
    List<Integer> rows = DEFAULT_ROWS;
    Only only = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--soak" -> soak = number(option, rest.hasNext() ? rest.next() : "");
        case "--burst" -> burst = number(option, rest.hasNext() ? rest.next() : "");
        case "--rows" -> rows = numbers(option, rest.hasNext() ? rest.next() : "");
        case "--pages" -> only = Only.PAGES;
        case "--micro" -> only = Only.MICRO;
        default -> throw new Arguments.Wrong("'" + option + "' is not understood here.");
      }
    }
    return new BenchOptions(soak, burst, rows, only);
  }

  private static List<Integer> numbers(String option, String text) {
    return Arrays.stream(text.split(",", -1)).map(one -> number(option, one)).sorted().toList();
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Arguments.Wrong(option + " needs a whole number above 0.");
    }
    return Integer.parseInt(text);
  }
}
