package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** {@code discard <referral> --reason WORD}: what is parked is given up. */
public final class DiscardCommand implements Command {

  private static final String USAGE =
      "Say what and why: ./bser discard <referral> --reason WORD (small letters, digits, -)";

  private final StackSettings settings;

  public DiscardCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    if (args.size() != 3
        || !args.get(0).matches("[0-9a-fA-F-]{36}")
        || !args.get(1).equals("--reason")
        || !args.get(2).matches("[a-z0-9][a-z0-9-]{0,60}")) {
      throw new Arguments.Wrong(USAGE);
    }
    OpsDoor door = new OpsDoor(new LocalStack(settings, out::say));
    String body = "{\"reason\":\"" + args.get(2) + "\"}";
    JsonNode answer =
        door.post("/ops/parked/" + args.get(0) + "/discard", body.getBytes(StandardCharsets.UTF_8));
    out.say(OpsText.done(answer));
    out.result(answer);
    return answer.path("done").asBoolean() ? 0 : 1;
  }
}
