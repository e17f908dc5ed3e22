package org.closedloop.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.local.StackStatus.PartStatus;

/** CPU milliseconds of each part of the stack and of the generator, from {@code /proc}. */
final class CpuMeter {

  private static final int USER_AFTER_NAME = 11;
  private static final int FIELDS = 4;
  private static final long MILLIS_PER_TICK = 10;

  private final LocalStack stack;

  CpuMeter(LocalStack stack) {
    this.stack = stack;
  }

  /** Since each started; a part's children, living and gone, count with it. */
  Map<String, Long> read() {
    Map<String, Long> all = new TreeMap<>();
    for (PartStatus part : stack.status().services()) {
      if (part.pid() != null) {
        all.put(part.name(), family(part.pid()));
      }
    }
    all.put("generator", millis(ProcessHandle.current().pid()));
    return all;
  }

  /** What was used between two readings, for each of so many loops. */
  static Map<String, Double> perLoop(Map<String, Long> before, Map<String, Long> after, int loops) {
    Map<String, Double> all = new TreeMap<>();
    after.forEach(
        (name, millis) ->
            all.put(
                name,
                Math.max(0, millis - before.getOrDefault(name, 0L)) / (double) Math.max(1, loops)));
    return all;
  }

  private static long family(long pid) {
    Stream<Long> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return millis(pid) + children.mapToLong(CpuMeter::millis).sum();
  }

  private static long millis(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    } catch (IOException gone) {
      return 0;
    }
  }

  /** User and system time, of the process and of children it has waited for. */
  static long parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 1).trim().split("\\s+");
    long ticks = 0;
    for (int i = 0; i < FIELDS; i++) {
      ticks += Long.parseLong(fields[USER_AFTER_NAME + i]);
    }
    return ticks * MILLIS_PER_TICK;
  }
}
