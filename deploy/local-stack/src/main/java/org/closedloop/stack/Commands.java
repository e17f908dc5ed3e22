package org.closedloop.stack;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.DownCommand;
import org.closedloop.stack.cli.StatusCommand;
import org.closedloop.stack.cli.TokenCommand;
import org.closedloop.stack.cli.UpCommand;
import org.closedloop.stack.demo.DemoCommand;
import org.closedloop.stack.ops.DiscardCommand;
import org.closedloop.stack.ops.ParkedCommand;
import org.closedloop.stack.ops.RebuildCommand;
import org.closedloop.stack.ops.ReplayCommand;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.validate.ValidateCommand;

/** The commands there are. A new one is a line here, and one in the usage text of {@code bser}. */
final class Commands {

  private final Map<String, Command> byWord;

  Commands(StackSettings settings) {
    byWord =
        Map.ofEntries(
            entry("demo", new DemoCommand(settings)),
            entry("up", new UpCommand(settings)),
            entry("down", new DownCommand(settings)),
            entry("status", new StatusCommand(settings)),
            entry("token", new TokenCommand(settings)),
            entry("validate", new ValidateCommand(settings)),
            entry("parked", new ParkedCommand(settings)),
            entry("replay", new ReplayCommand(settings)),
            entry("discard", new DiscardCommand(settings)),
            entry("rebuild", new RebuildCommand(settings)));
  }

  Optional<Command> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }
}
