package org.closedloop.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux says of one process in {@code /proc/<pid>/stat}.
 *
 * @param state one letter, {@code Z} and {@code X} are dead
 * @param startTicks clock ticks from the start of the machine to the start of the process; unlike a
 *     start time it does not move when somebody sets the clock
 */
record ProcStat(char state, long startTicks) {

  private static final Path PROC = Path.of("/proc");
  private static final int START_FIELD_AFTER_NAME = 19;

  /** Whether this system has such files at all. */
  static boolean supported() {
    return Files.isReadable(PROC.resolve("self/stat"));
  }

  /** Empty when there is no such process. */
  static Optional<ProcStat> of(long pid) {
    try {
      return Optional.of(parse(Files.readString(PROC.resolve(pid + "/stat"))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** The name in parentheses may hold anything, so the fields are counted from its end. */
  static ProcStat parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 1).trim().split("\\s+");
    return new ProcStat(fields[0].charAt(0), Long.parseLong(fields[START_FIELD_AFTER_NAME]));
  }

  /** A zombie waits for its parent to notice and does nothing any more. */
  boolean dead() {
    return state == 'Z' || state == 'X';
  }

  /** Whether somebody made it stand still. */
  boolean still() {
    return state == 'T';
  }
}
