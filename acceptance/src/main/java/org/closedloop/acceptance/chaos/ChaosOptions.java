package org.closedloop.acceptance.chaos;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.stack.cli.Arguments;

/**
 * What stands behind {@code chaos}.
 *
 * @param minutes length of the load
 * @param rate referrals a second
 * @param seed the same gives the same load and faults
 */
record ChaosOptions(int minutes, double rate, long seed) {

  /** About half of what the hub does on two cores while nothing breaks. */
  private static final double DEFAULT_RATE = 2;

  private static final int DEFAULT_MINUTES = 5;

  /** Throws {@link Arguments.Wrong} with a sentence when they are not understood. */
  static ChaosOptions of(List<String> args) {
    int minutes = DEFAULT_MINUTES;
    double rate = DEFAULT_RATE;
    long seed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--minutes" -> minutes = (int) number(option, rest);
        case "--rate" -> rate = number(option, rest);
        case "--seed" -> seed = (long) number(option, rest);
        default -> throw new Arguments.Wrong("'" + option + "' is not understood here.");
      }
    }
    return new ChaosOptions(minutes, rate, seed);
  }

  private static double number(String option, Iterator<String> rest) {
    try {
      double value = rest.hasNext() ? Double.parseDouble(rest.next()) : 0;
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new Arguments.Wrong(option + " needs a number above 0.");
    }
    throw new Arguments.Wrong(option + " needs a number above 0.");
  }
}
