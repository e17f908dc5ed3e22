package org.closedloop.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.cli.Interruption;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/**
 * {@code demo [--exit]}: starts the hub where it does not run, plays hospitals and programs over
 * real HTTP and Kafka, and closes six loops. The hub stays up unless {@code --exit} is given and
 * the demo started it.
 */
public final class DemoCommand implements Command {

  private static final String EXIT = "--exit";

  private final StackSettings settings;

  public DemoCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.only(args, List.of(EXIT));
    LocalStack stack = new LocalStack(settings, out::say);
    boolean ours = stack.running().isEmpty();
    Interruption interruption = Interruption.whileStarting(stack, out);
    stack.up();
    if (ours) {
      interruption.takesAll();
    }
    boolean stays = !ours || !args.contains(EXIT);
    DemoResult result = play(stack, stays, out);
    out.say(DemoTable.of(result));
    if (!stays) {
      stack.down();
    } else {
      interruption.takesNothing();
      out.say(Showcase.links(stack));
      out.say(whatNow(stack));
    }
    out.result(result);
    return result.closed() == Play.ALL.size() ? 0 : 1;
  }

  private static DemoResult play(LocalStack stack, boolean stays, Console out) {
    String salt = UUID.randomUUID().toString().substring(0, 8);
    List<LoopResult> loops = new ArrayList<>();
    try (Cast cast = new Cast(stack).assemble()) {
      out.say(DemoTable.plot(Play.ALL));
      for (Play play : Play.ALL) {
        loops.add(played(cast, play, salt, out));
      }
      if (stays) {
        new Showcase(stack, cast).send(salt);
      }
    }
    return DemoResult.of(loops);
  }

  private static LoopResult played(Cast cast, Play play, String salt, Console out) {
    try {
      LoopResult result = new LoopRun(cast, play, salt).play();
      out.say("  " + play.useCase() + (result.closed() ? " … closed" : " … did not close"));
      return result;
    } catch (StackFailure e) {
      out.say("  " + e.getMessage());
      return new LoopResult(play.useCase(), null, false, List.of(), null, null, false);
    }
  }

  private static String whatNow(LocalStack stack) {
    return "The hub is still up: hospitals at http://127.0.0.1:"
        + stack.port("gateway")
        + "/fhir, programs at http://127.0.0.1:"
        + stack.port("adapter")
        + "/fhir. ./bser down stops it.";
  }
}
