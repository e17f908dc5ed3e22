package org.closedloop.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.closedloop.stack.process.ProcessIdentity;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.process.Waiting;

/**
 * What a server killed by force leaves: its workers, which end when they notice, and its lock file.
 * Over either a new server would refuse to start; over the lock file only when another process has
 * meanwhile got the old one's number.
 */
final class PostgresLeftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private PostgresLeftovers() {}

  /**
   * Waits for the workers to end, then removes the lock file.
   *
   * @param data the server's data folder, in which all its processes run
   */
  static void clear(Path data) {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    if (!Waiting.until(() -> workers(data).isEmpty(), PATIENCE)) {
      throw new StackFailure(
          "PostgreSQL processes %s still work in %s. End them and try again."
              .formatted(workers(data), data));
    }
    Folders.delete(lock);
  }

  private static List<Long> workers(Path data) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> worksIn(pid, data))
        .filter(pid -> ProcessIdentity.of(pid).isPresent())
        .toList();
  }

  private static boolean worksIn(long pid, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(real(folder));
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
