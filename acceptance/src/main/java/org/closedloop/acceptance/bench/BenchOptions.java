package org.closedloop.acceptance.bench;

import java.util.Iterator;
import java.util.List;
import org.closedloop.stack.cli.Arguments;

/**
 * What stands behind {@code bench}.
 *
 * @param soakMinutes length of the soak, 0 for none
 * @param burst referrals sent at once
 */
record BenchOptions(int soakMinutes, int burst) {

  /** What two cores bring to an end within the ten minutes of a whole run. */
  private static final int DEFAULT_BURST = 1000;

  /** Throws {@link Arguments.Wrong} with a sentence when they are not understood. */
  static BenchOptions of(List<String> args) {
    int soak = 0;
    int burst = DEFAULT_BURST;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--soak" -> soak = number(option, rest);
        case "--burst" -> burst = number(option, rest);
        default -> throw new Arguments.Wrong("'" + option + "' is not understood here.");
      }
    }
    return new BenchOptions(soak, burst);
  }

  private static int number(String option, Iterator<String> rest) {
    String text = rest.hasNext() ? rest.next() : "";
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Arguments.Wrong(option + " needs a whole number above 0.");
    }
    return Integer.parseInt(text);
  }
}
