package org.closedloop.stack.cli;

import java.util.List;
import java.util.function.IntFunction;
import org.closedloop.stack.part.StackSize;

/**
 * What stands behind {@code up}.
 *
 * @param detached whether to return when all is ready
 * @param size how many there shall be of each part
 */
record UpOptions(boolean detached, StackSize size) {

  private static final String DETACHED = "-d";
  private static final String BROKERS = "--brokers";
  private static final String INSTANCES = "--instances";
  private static final String PARTITIONS = "--partitions";

  /**
   * Reads the command line.
   *
   * @param kept the size for what is not named
   * @throws Arguments.Wrong when it cannot be understood
   */
  static UpOptions of(List<String> args, StackSize kept) {
    boolean detached = false;
    StackSize size = kept;
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case DETACHED -> detached = true;
        case BROKERS -> size = sized(size::withBrokers, Arguments.number(args, i++));
        case INSTANCES -> size = sized(size::withInstances, Arguments.number(args, i++));
        case PARTITIONS -> size = sized(size::withPartitions, Arguments.number(args, i++));
        default -> throw Arguments.notUnderstood(args.get(i));
      }
    }
    return new UpOptions(detached, size);
  }

  private static StackSize sized(IntFunction<StackSize> change, int count) {
    try {
      return change.apply(count);
    } catch (IllegalArgumentException e) {
      throw new Arguments.Wrong(e.getMessage());
    }
  }
}
