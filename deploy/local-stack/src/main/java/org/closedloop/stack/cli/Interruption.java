package org.closedloop.stack.cli;

import org.closedloop.stack.local.LocalStack;

/**
 * What happens to the stack when this program is told to end (Ctrl-C, SIGTERM, closed terminal).
 */
public final class Interruption {

  private final LocalStack stack;
  private final Console out;
  private volatile Runnable ending;

  private Interruption(LocalStack stack, Console out) {
    this.stack = stack;
    this.out = out;
    this.ending = () -> stop(stack::abandon);
  }

  /** From now on what this program starts ends with it. */
  public static Interruption whileStarting(LocalStack stack, Console out) {
    Interruption interruption = new Interruption(stack, out);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.ending.run(), "stop-the-stack"));
    return interruption;
  }

  /** From now on the whole stack ends with this program. */
  public void takesAll() {
    ending = () -> stop(stack::down);
  }

  /** From now on the stack outlives this program. */
  public void takesNothing() {
    ending = () -> {};
  }

  private void stop(Runnable action) {
    if (!stack.running().isEmpty()) {
      out.say("Stopping …");
      action.run();
    }
  }
}
