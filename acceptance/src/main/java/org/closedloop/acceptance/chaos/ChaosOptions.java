package org.closedloop.acceptance.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.part.StackSize;

/**
 * What stands behind {@code chaos}.
 *
 * @param minutes length of the load
 * @param rate referrals a second
 * @param seed the same gives the same load and faults
 * @param size how many of each part there are
 * @param scenario a file to play instead of what would be drawn
 */
record ChaosOptions(int minutes, double rate, long seed, StackSize size, Optional<Path> scenario) {

  /** Two cores hold it while parts die one after the other and come back cold. */
  private static final double DEFAULT_RATE = 2;

  private static final int DEFAULT_MINUTES = 5;

  /** Throws {@link Arguments.Wrong} with a sentence when they are not understood. */
  static ChaosOptions of(List<String> args) {
    int minutes = DEFAULT_MINUTES;
    double rate = DEFAULT_RATE;
    long seed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    int brokers = 1;
    int instances = 1;
    Path scenario = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--minutes" -> minutes = (int) number(option, rest);
        case "--rate" -> rate = number(option, rest);
        case "--seed" -> seed = (long) number(option, rest);
        case "--brokers" -> brokers = (int) number(option, rest);
        case "--instances" -> instances = (int) number(option, rest);
        case "--scenario" -> scenario = file(option, rest);
        default -> throw new Arguments.Wrong("'" + option + "' is not understood here.");
      }
    }
    return new ChaosOptions(
        minutes, rate, seed, size(brokers, instances), Optional.ofNullable(scenario));
  }

  private static StackSize size(int brokers, int instances) {
    try {
      return StackSize.of(brokers, instances);
    } catch (IllegalArgumentException e) {
      throw new Arguments.Wrong(e.getMessage());
    }
  }

  private static Path file(String option, Iterator<String> rest) {
    Path file = rest.hasNext() ? Path.of(rest.next()) : null;
    if (file == null || !Files.isRegularFile(file)) {
      throw new Arguments.Wrong(option + " needs a file.");
    }
    return file;
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
