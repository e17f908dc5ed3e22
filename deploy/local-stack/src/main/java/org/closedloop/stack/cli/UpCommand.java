package org.closedloop.stack.cli;

import java.util.List;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.local.StackStatus;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/**
 * {@code up}: starts what does not run and stays until interrupted; {@code up -d} returns when all
 * is ready. {@code --brokers}, {@code --instances} and {@code --partitions} say how many, and hold
 * for later commands.
 */
public final class UpCommand implements Command {

  private final StackSettings settings;

  public UpCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    UpOptions options = UpOptions.of(args, settings.size());
    LocalStack stack = new Resizing(settings, out).to(options.size());
    StackStatus before = stack.status();
    if (before.up()) {
      out.say("The hub is already up.");
      out.result(before);
      return 0;
    }
    Interruption interruption = Interruption.whileStarting(stack, out);
    start(stack, out);
    if (options.detached()) {
      interruption.takesNothing();
    } else {
      interruption.takesAll();
      out.say("Ctrl-C stops it.");
      Foreground.watch(stack, out);
    }
    return 0;
  }

  private static void start(LocalStack stack, Console out) {
    out.say("Starting what does not run yet …");
    StackStatus status = up(stack, out);
    out.say(
        "The hub is up. Hospitals speak to http://127.0.0.1:" + stack.port("gateway") + "/fhir,");
    out.say("programs to http://127.0.0.1:" + stack.port("adapter") + "/fhir,");
    out.say("both also to Kafka at " + stack.bootstrapServers() + ".");
    out.say("Logs: " + stack.settings().logs());
    out.result(status);
  }

  private static StackStatus up(LocalStack stack, Console out) {
    try {
      return stack.up();
    } catch (StackFailure e) {
      out.result(stack.status());
      throw e;
    }
  }
}
