package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.process.Waiting;

/**
 * {@code rebuild}: the record once more from the journal alone, into a database beside the live
 * one, and both compared.
 */
public final class RebuildCommand implements Command {

  private static final String PATH = "/ops/rebuild";
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final StackSettings settings;

  public RebuildCommand(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.none(args);
    OpsDoor door = new OpsDoor(new LocalStack(settings, out::say));
    door.post(PATH, new byte[0]);
    JsonNode report = door.get(PATH);
    while (running(report)) {
      Waiting.until(() -> !running(door.get(PATH)), ROUND);
      report = door.get(PATH);
      out.say("  " + report.path("entries").asLong() + " entries of the journal read");
    }
    if (report.path("state").asText().equals("failed")) {
      throw new StackFailure("The rebuild failed: " + report.path("problem").asText() + ".");
    }
    out.say(OpsText.rebuilt(report));
    out.result(report);
    return report.path("equal").asBoolean() ? 0 : 1;
  }

  private static boolean running(JsonNode report) {
    return report.path("state").asText().equals("running");
  }
}
