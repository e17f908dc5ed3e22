package org.closedloop.stack.cli;

import java.util.List;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** {@code down}: ends everything; its data stays for the next {@code up}. */
public final class DownCommand implements Command {

  private final StackSettings settings;

  public DownCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.none(args);
    LocalStack stack = new LocalStack(settings, out::say);
    boolean ran = !stack.running().isEmpty();
    stack.down();
    out.say(ran ? "The hub is down; its data is kept." : "Nothing was running.");
    out.result(stack.status());
    return 0;
  }
}
