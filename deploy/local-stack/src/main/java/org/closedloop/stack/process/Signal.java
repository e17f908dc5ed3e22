package org.closedloop.stack.process;

import java.util.Optional;
import java.util.stream.Stream;

/** What a process is told. */
public enum Signal {
  /** End in good order. */
  TERM,
  /** For PostgreSQL: end now but in good order, without waiting for clients. */
  INT,
  /** No chance to do anything. */
  KILL,
  /** Stand still: it keeps its connections and answers nothing. */
  STOP,
  /** Go on after standing still. */
  CONT;

  /** Sends it, to exactly this process and no later one of the same number. */
  void to(ProcessIdentity process) {
    if (!process.alive()) {
      return;
    }
    switch (this) {
      case TERM -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
      case KILL -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
      default -> Launcher.works("sh", "-c", "kill -" + name() + " " + process.pid());
    }
  }

  /** Sends it to a process; standing still and going on concern what it started, too. */
  public void toFamily(ProcessIdentity process) {
    if (this == STOP || this == CONT) {
      descendants(process).forEach(this::to);
    }
    to(process);
  }

  private static Stream<ProcessIdentity> descendants(ProcessIdentity process) {
    return ProcessHandle.of(process.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .map(child -> ProcessIdentity.of(child.pid()))
        .flatMap(Optional::stream);
  }
}
