package org.closedloop.stack.local;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.closedloop.stack.local.StackStatus.PartStatus;
import org.closedloop.stack.part.Part;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.Ending;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.LogFile;
import org.closedloop.stack.process.Memory;
import org.closedloop.stack.process.ProcessIdentity;
import org.closedloop.stack.process.RunFiles;
import org.closedloop.stack.process.Signal;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.process.Waiting;

/** Launches, watches and ends single parts. */
final class PartRunner {

  private static final Duration START_UP = Duration.ofMinutes(3);

  private final StackSettings settings;
  private final RunFiles files;
  private final Map<String, LogFile> logs = new ConcurrentHashMap<>();
  private volatile boolean closed;

  PartRunner(StackSettings settings) {
    this.settings = settings;
    this.files = new RunFiles(settings.run());
  }

  Optional<ProcessIdentity> living(Part part) {
    return files.living(part.name());
  }

  boolean runs(Part part) {
    return living(part).isPresent();
  }

  /** Starts the process; it is not ready yet. */
  void launch(Part part) {
    part.prepare();
    begin(part);
  }

  /**
   * From the launch to the run file nobody may end the stack, or the process would be forgotten.
   */
  private synchronized void begin(Part part) {
    refuseWhenClosed();
    LogFile log = LogFile.forNewRun(settings.logs().resolve(part.name() + ".log"));
    logs.put(part.name(), log);
    files.write(part.name(), Launcher.start(part.launch(), log));
  }

  /** No launch after this; for the moment when the user interrupts. */
  synchronized void close() {
    closed = true;
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new StackFailure("Interrupted.");
    }
  }

  /**
   * Waits until a launched part answers.
   *
   * @throws StackFailure when it dies or takes longer than three minutes, with its last lines
   */
  void awaitReady(Part part) {
    boolean ended = Waiting.until(() -> !runs(part) || part.ready(), START_UP);
    refuseWhenClosed();
    if (!runs(part)) {
      throw new StackFailure(part.name() + " ended while starting" + Launcher.diedWith(log(part)));
    }
    if (!ended) {
      throw new StackFailure(
          part.name() + " is not ready after three minutes" + Launcher.diedWith(log(part)));
    }
    part.furnish();
  }

  /** Ends these parts together, each in its own good order. */
  void end(Collection<Part> parts) {
    Map<Signal, List<Part>> bySignal = parts.stream().collect(Collectors.groupingBy(Part::ending));
    bySignal.forEach((signal, some) -> end(some, signal));
  }

  void end(List<Part> parts, Signal signal) {
    Ending.end(parts.stream().flatMap(part -> living(part).stream()).toList(), signal);
    parts.forEach(part -> files.remove(part.name()));
  }

  PartStatus status(Part part) {
    return living(part)
        .map(p -> status(part, p.pid()))
        .orElseGet(() -> new PartStatus(part.name(), part.port(), null, false, 0));
  }

  private static PartStatus status(Part part, long pid) {
    long memory = Memory.residentMb(pid);
    return new PartStatus(part.name(), part.port(), pid, part.ready(), memory);
  }

  private LogFile log(Part part) {
    return logs.getOrDefault(
        part.name(), new LogFile(settings.logs().resolve(part.name() + ".log"), 0));
  }
}
