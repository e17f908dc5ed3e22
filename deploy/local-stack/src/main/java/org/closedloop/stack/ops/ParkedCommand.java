package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** {@code parked}: what waits for a person. That something waits is no failure. */
public final class ParkedCommand implements Command {

  private final StackSettings settings;

  public ParkedCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.none(args);
    JsonNode page = new OpsDoor(new LocalStack(settings, out::say)).get("/ops/parked?limit=1000");
    out.say(OpsText.parked(page));
    out.result(page);
    return 0;
  }
}
