package org.closedloop.acceptance.chaos.fault;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** A process of the stack dies, ends in good order, or stands still for a while. */
final class PartBreaking implements Breaking {

  private static final int TRIES = 5;
  private static final long BETWEEN_TRIES_MS = 1_000;

  private final LocalStack stack;
  private final FaultKind kind;
  private final String part;
  private final Consumer<String> progress;

  PartBreaking(LocalStack stack, FaultKind kind, String part, Consumer<String> progress) {
    this.stack = stack;
    this.kind = kind;
    this.part = part;
    this.progress = progress;
  }

  @Override
  public void begin() throws InterruptedException {
    switch (kind) {
      case KILL -> stack.kill(part);
      case TERM -> stack.stop(part);
      default -> signal("STOP");
    }
  }

  @Override
  public void end() throws InterruptedException {
    if (kind == FaultKind.STOP) {
      signal("CONT");
    } else {
      start();
    }
  }

  /** Another part may be away at the same time; then this one does not become ready at once. */
  private void start() throws InterruptedException {
    for (int left = TRIES; left > 0; left--) {
      try {
        stack.start(part);
        return;
      } catch (StackFailure notYet) {
        progress.accept("  " + part + " did not start: " + notYet.getMessage());
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MS);
      }
    }
    throw new StackFailure("The part '" + part + "' could not be started again.");
  }

  private void signal(String name) throws InterruptedException {
    long pid =
        stack
            .pid(part)
            .orElseThrow(() -> new StackFailure("The part '" + part + "' does not run."));
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    } catch (IOException e) {
      throw new StackFailure("There is no 'kill' on this machine.", e);
    }
  }
}
