package org.closedloop.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param pid process id
 * @param started on Linux the id of the machine's boot and the ticks since, elsewhere the start
 *     time
 */
public record ProcessIdentity(long pid, String started) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** The process that has this number now; empty when there is none. */
  public static Optional<ProcessIdentity> of(long pid) {
    return startOf(pid).map(started -> new ProcessIdentity(pid, started));
  }

  /** Whether exactly this process still runs. */
  public boolean alive() {
    return startOf(pid).filter(started::equals).isPresent();
  }

  /**
   * Whether it lives and somebody made it stand still; never known where there is no {@code /proc}.
   */
  boolean standsStill() {
    return alive() && ProcStat.of(pid).filter(ProcStat::still).isPresent();
  }

  private static Optional<String> startOf(long pid) {
    if (ProcStat.supported()) {
      return ProcStat.of(pid)
          .filter(stat -> !stat.dead())
          .map(stat -> bootId() + "/" + stat.startTicks());
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toString);
  }

  private static String bootId() {
    try {
      return Files.readString(BOOT_ID).trim();
    } catch (IOException e) {
      return "boot";
    }
  }
}
