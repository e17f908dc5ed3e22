package org.closedloop.stack;

import java.util.Map;
import java.util.Optional;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.DownCommand;
import org.closedloop.stack.cli.StatusCommand;
import org.closedloop.stack.cli.TokenCommand;
import org.closedloop.stack.cli.UpCommand;
import org.closedloop.stack.demo.DemoCommand;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.validate.ValidateCommand;

/** The commands there are. A new one is a line here, and one in the usage text of {@code bser}. */
final class Commands {

  private final Map<String, Command> byWord;

  Commands(StackSettings settings) {
    byWord =
        Map.of(
            "demo", new DemoCommand(settings),
            "up", new UpCommand(settings),
            "down", new DownCommand(settings),
            "status", new StatusCommand(settings),
            "token", new TokenCommand(settings),
            "validate", new ValidateCommand(settings));
  }

  Optional<Command> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }
}
