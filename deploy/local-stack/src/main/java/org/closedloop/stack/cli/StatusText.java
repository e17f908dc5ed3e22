package org.closedloop.stack.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.closedloop.stack.local.StackStatus;
import org.closedloop.stack.local.StackStatus.PartStatus;

/** The state of the stack as a table for people. */
final class StatusText {

  private StatusText() {}

  static String of(StackStatus status) {
    return status.services().stream().map(StatusText::line).collect(Collectors.joining("\n"));
  }

  private static String line(PartStatus part) {
    if (part.pid() == null) {
      return String.format(Locale.ROOT, "  %-10s port %-5d  not running", part.name(), part.port());
    }
    return String.format(
        Locale.ROOT,
        "  %-10s port %-5d  %s, process %d, %d MB",
        part.name(),
        part.port(),
        part.ready() ? "ready" : "not ready",
        part.pid(),
        part.rssMb());
  }
}
