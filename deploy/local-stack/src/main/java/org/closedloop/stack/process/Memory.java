package org.closedloop.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory of a process and its children, from {@code /proc}; 0 where there is no such thing. */
public final class Memory {

  private static final long KB_PER_MB = 1024;

  private Memory() {}

  /**
   * Resident memory in MB. What the processes of one tree share is counted once: their own pages
   * are added up, of the mapped files and shared memory the largest counts.
   */
  public static long residentMb(long pid) {
    List<String> tree = pids(pid).mapToObj(Memory::status).toList();
    long own = tree.stream().mapToLong(status -> kb(status, "RssAnon:")).sum();
    long shared =
        tree.stream()
            .mapToLong(status -> kb(status, "RssFile:") + kb(status, "RssShmem:"))
            .max()
            .orElse(0);
    return (own + shared) / KB_PER_MB;
  }

  private static LongStream pids(long pid) {
    Stream<ProcessHandle> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
    return LongStream.concat(LongStream.of(pid), children.mapToLong(ProcessHandle::pid));
  }

  private static String status(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/status"));
    } catch (IOException gone) {
      return "";
    }
  }

  /** The number of a line like {@code RssAnon: 1234 kB}; 0 when it is missing. */
  static long kb(String status, String field) {
    return status
        .lines()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
