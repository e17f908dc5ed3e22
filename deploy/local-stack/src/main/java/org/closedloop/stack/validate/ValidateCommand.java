package org.closedloop.stack.validate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.part.StackSettings;

/**
 * {@code validate FILE… [--as initiator|recipient]}: what the hub would say of messages, for people
 * on their first day. Exit code 0 only when all of them are valid.
 */
public final class ValidateCommand implements Command {

  private static final String USAGE =
      "Say which files: ./bser validate FILE… [--as initiator|recipient]";

  private final StackSettings settings;

  public ValidateCommand(StackSettings settings) {
    this.settings = settings;
  }

  /** What stood on the command line. */
  private record Asked(List<String> files, Optional<Direction> sender) {}

  @Override
  public int run(List<String> args, Console out) {
    Asked asked = asked(args);
    Gate gate = new Gate(UseCaseCatalog.load(settings.useCases()).all());
    Rehearsal rehearsal = new Rehearsal(gate, asked.sender());
    List<FileReport> reports = new ArrayList<>();
    for (String file : asked.files()) {
      FileReport report = rehearsal.judge(file);
      reports.add(report);
      out.say(ReportText.of(report));
    }
    ValidateResult result = ValidateResult.of(reports);
    out.say(ReportText.end(result, asked.sender().isEmpty()));
    out.result(result);
    return result.valid() ? 0 : 1;
  }

  private static Asked asked(List<String> args) {
    List<String> files = new ArrayList<>();
    Optional<Direction> sender = Optional.empty();
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String arg = rest.next();
      if (arg.equals("--as")) {
        sender = Optional.of(direction(rest.hasNext() ? rest.next() : ""));
      } else if (arg.startsWith("--")) {
        throw new Arguments.Wrong("'" + arg + "' is not understood here. " + USAGE);
      } else {
        files.add(arg);
      }
    }
    if (files.isEmpty()) {
      throw new Arguments.Wrong(USAGE);
    }
    return new Asked(files, sender);
  }

  private static Direction direction(String word) {
    return switch (word) {
      case "initiator" -> Direction.REQUEST;
      case "recipient" -> Direction.FEEDBACK;
      default -> throw new Arguments.Wrong(USAGE);
    };
  }
}
