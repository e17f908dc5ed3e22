package org.closedloop.stack.cli;

import java.util.List;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.local.StackStatus;
import org.closedloop.stack.part.StackSettings;

/** {@code status}: what runs. Telling so is the job, so the exit code is 0 whatever runs. */
public final class StatusCommand implements Command {

  private final StackSettings settings;

  public StatusCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.none(args);
    StackStatus status = new LocalStack(settings, out::say).status();
    out.say(status.up() ? "The hub is up." : "The hub is not up.");
    out.say(StatusText.of(status));
    out.result(status);
    return 0;
  }
}
