package org.closedloop.acceptance.chaos.fault;

import java.io.IOException;
import java.util.OptionalLong;
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
  private final Consumer<String> progress;

  PartBreaking(LocalStack stack, FaultKind kind, String part, Consumer<String> progress) {
    this.stack = stack;
    this.kind = kind;
    this.part = part;
    this.progress = progress;
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

  /** What is away, because an earlier fault still brings it back, cannot stand still as well. */
  private void signal(String name) throws InterruptedException {
    OptionalLong pid = stack.pid(part);
    if (pid.isEmpty()) {
      progress.accept("  " + part + " is away, it gets no " + name + ".");
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid.getAsLong())).start().waitFor();
    } catch (IOException e) {
      throw new StackFailure("There is no 'kill' on this machine.", e);
    }
  }
}
