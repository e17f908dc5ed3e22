package org.closedloop.acceptance.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.part.StackSize;

/**
 * What stands behind {@code bench}.
 *
 * @param soakMinutes length of the soak, 0 for none
 * @param warm loops before anything is measured
 * @param burst referrals sent at once
 * @param rows open referrals there are when pages are looked at, ascending
 * @param rates referrals a second to measure, in this order
 * @param size how many there are of each part
 * @param only what alone is measured; null for all
 */
record BenchOptions(
    int soakMinutes,
    int warm,
    int burst,
    List<Integer> rows,
    List<Integer> rates,
    StackSize size,
    Only only) {

  /** Parts that can be measured alone. */
  enum Only {
    RATES,
    PAGES,
    MICRO
  }

  /**
   * So many that the code is compiled: of a hub that has just started the first 3,000 loops cost
   * three times the processor time of the ten thousandth, the next 3,000 half as much again.
   */
  private static final int DEFAULT_WARM = 6000;

  /** What two cores bring to an end within the ten minutes of a whole run. */
  private static final int DEFAULT_BURST = 1000;

  private static final List<Integer> DEFAULT_ROWS = List.of(10_000);

  /** Throws {@link Arguments.Wrong} with a sentence when they are not understood. */
  static BenchOptions of(List<String> args) {
    int soak = 0;
    int warm = DEFAULT_WARM;
    int burst = DEFAULT_BURST;
    List<Integer> rows = DEFAULT_ROWS;
    List<Integer> rates = List.of();
    StackSize size = StackSize.ONE;
    Only only = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--soak" -> soak = number(option, rest.hasNext() ? rest.next() : "");
        case "--warm" -> warm = number(option, rest.hasNext() ? rest.next() : "");
        case "--burst" -> burst = number(option, rest.hasNext() ? rest.next() : "");
        case "--rows" ->
            rows = numbers(option, rest.hasNext() ? rest.next() : "").stream().sorted().toList();
        case "--rates" -> {
          rates = numbers(option, rest.hasNext() ? rest.next() : "");
          only = Only.RATES;
        }
        case "--instances" -> size = sized(size::withInstances, option, rest);
        case "--partitions" -> size = sized(size::withPartitions, option, rest);
        case "--pages" -> only = Only.PAGES;
        case "--micro" -> only = Only.MICRO;
        default -> throw new Arguments.Wrong("'" + option + "' is not understood here.");
      }
    }
    return new BenchOptions(soak, warm, burst, rows, rates, size, only);
  }

  private static StackSize sized(
      IntFunction<StackSize> change, String option, Iterator<String> rest) {
    try {
      return change.apply(number(option, rest.hasNext() ? rest.next() : ""));
    } catch (IllegalArgumentException e) {
      throw new Arguments.Wrong(e.getMessage());
    }
  }

  private static List<Integer> numbers(String option, String text) {
    return Arrays.stream(text.split(",", -1)).map(one -> number(option, one)).toList();
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Arguments.Wrong(option + " needs a whole number above 0.");
    }
    return Integer.parseInt(text);
  }
}
