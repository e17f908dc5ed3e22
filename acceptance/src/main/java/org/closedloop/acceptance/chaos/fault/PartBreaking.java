package org.closedloop.acceptance.chaos.fault;

import java.io.IOException;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.scenario.FaultKind;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** A process of the stack dies, ends in good order, or stands still for a while. */
final class PartBreaking implements Breaking {

  private final LocalStack stack;
  private final FaultKind kind;
  private final String part;
  private final Reviving reviving;

  PartBreaking(LocalStack stack, FaultKind kind, String part, Consumer<String> progress) {
    this.stack = stack;
    this.kind = kind;
    this.part = part;
    this.reviving = new Reviving(stack, part, progress);
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
      reviving.start();
    }
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
