package org.closedloop.stack.process;

/** What a process is told. */
public enum Signal {
  /** End in good order. */
  TERM,
  /** For PostgreSQL: end now but in good order, without waiting for clients. */
  INT,
  /** No chance to do anything. */
  KILL;

  /** Sends it, to exactly this process and no later one of the same number. */
  void to(ProcessIdentity process) {
    if (!process.alive()) {
      return;
    }
    switch (this) {
      case TERM -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
      case KILL -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
      case INT -> Launcher.works("sh", "-c", "kill -INT " + process.pid());
    }
  }
}
