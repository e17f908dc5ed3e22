package org.closedloop.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends processes and waits until they, and whatever they started, are gone. */
public final class Ending {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LAST_WAIT = Duration.ofSeconds(10);

  private Ending() {}

  /** Sends the signal to all, waits, and kills after 20 s what has not listened. */
  public static void end(List<ProcessIdentity> processes, Signal signal) {
    end(processes, signal, PATIENCE);
  }

  static void end(List<ProcessIdentity> processes, Signal signal, Duration patience) {
    List<ProcessIdentity> family = processes.stream().flatMap(Ending::family).toList();
    processes.forEach(signal::to);
    // What stands still would not hear it.
    family.stream().filter(ProcessIdentity::standsStill).forEach(Signal.CONT::to);
    if (!Waiting.until(() -> gone(family), patience)) {
      family.forEach(Signal.KILL::to);
      if (!Waiting.until(() -> gone(family), LAST_WAIT)) {
        throw new StackFailure("Could not end process " + survivors(family) + ".");
      }
    }
  }

  private static Stream<ProcessIdentity> family(ProcessIdentity process) {
    Stream<ProcessIdentity> children =
        ProcessHandle.of(process.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .map(child -> ProcessIdentity.of(child.pid()))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.of(process), children);
  }

  private static boolean gone(List<ProcessIdentity> processes) {
    return processes.stream().noneMatch(ProcessIdentity::alive);
  }

  private static List<Long> survivors(List<ProcessIdentity> processes) {
    return processes.stream().filter(ProcessIdentity::alive).map(ProcessIdentity::pid).toList();
  }
}
