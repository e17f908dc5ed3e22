package org.closedloop.stack.process;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes that outlive this one: own session, input from nothing, output to a file, none
 * of the caller's descriptors (the JDK closes all above 2 in a child).
 */
public final class Launcher {

  private static final File NOTHING = new File("/dev/null");

  private Launcher() {}

  /**
   * Starts a process and returns at once.
   *
   * @throws StackFailure when the program cannot be started
   */
  public static ProcessIdentity start(Launch launch, LogFile log) {
    ProcessBuilder builder = builder(inOwnSession(launch.command()), launch);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    Process process = begin(builder);
    return ProcessIdentity.of(process.pid())
        .orElseThrow(() -> new StackFailure(launch.command().get(0) + diedWith(log)));
  }

  /**
   * Runs a short process to its end.
   *
   * @throws StackFailure when it does not end well, with the last lines it wrote
   */
  public static void run(String purpose, Launch launch, LogFile log) {
    ProcessBuilder builder = builder(launch.command(), launch);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    if (exitOf(builder) != 0) {
      throw new StackFailure(purpose + " failed" + diedWith(log));
    }
  }

  /** Whether a short command works here; its output is dropped. */
  public static boolean works(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(NOTHING);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return exitOf(builder) == 0;
    } catch (StackFailure e) {
      return false;
    }
  }

  /** The end of a sentence that says what a process wrote last. */
  public static String diedWith(LogFile log) {
    List<String> last = log.lastLines(5);
    return last.isEmpty()
        ? "; it wrote nothing to " + log.path()
        : "; the last lines of " + log.path() + ":\n  " + String.join("\n  ", last);
  }

  private static ProcessBuilder builder(List<String> command, Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(launch.folder().toFile());
    builder.environment().putAll(launch.environment());
    return builder.redirectInput(NOTHING).redirectErrorStream(true);
  }

  private static List<String> inOwnSession(List<String> command) {
    List<String> all = new ArrayList<>();
    Optional.of("setsid").flatMap(Executables::find).ifPresent(p -> all.add(p.toString()));
    all.addAll(command);
    return all;
  }

  private static Process begin(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new StackFailure("Cannot start " + builder.command().get(0) + ".", e);
    }
  }

  private static int exitOf(ProcessBuilder builder) {
    Process process = begin(builder);
    try {
      if (process.waitFor(2, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      throw new StackFailure(builder.command().get(0) + " did not end within two minutes.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
