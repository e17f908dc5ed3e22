package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** {@code replay <referral>|all [--dry-run]}: what is parked is taken up again. */
public final class ReplayCommand implements Command {

  private static final String DRY = "--dry-run";
  private static final String USAGE = "Say what: ./bser replay <referral>|all [--dry-run]";

  private final StackSettings settings;

  public ReplayCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    boolean dry = args.contains(DRY);
    List<String> rest = args.stream().filter(arg -> !arg.equals(DRY)).toList();
    if (rest.size() != 1 || !rest.get(0).matches("[0-9A-Za-z-]+") || rest.get(0).startsWith("-")) {
      throw new Arguments.Wrong(USAGE);
    }
    OpsDoor door = new OpsDoor(new LocalStack(settings, out::say));
    JsonNode answer =
        door.post("/ops/parked/" + rest.get(0) + "/replay?dryRun=" + dry, new byte[0]);
    out.say(OpsText.done(answer));
    out.result(answer);
    return answer.path("done").asBoolean() ? 0 : 1;
  }
}
