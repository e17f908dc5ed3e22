package org.closedloop.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.catalog.BrokenDataException;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/** Behind {@code ./bser}: finds the command, turns failures into sentences and exit codes. */
public final class Main {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Main() {}

  /**
   * @param args the command's word and its arguments; system property {@code bser.root} names the
   *     repository, else the current folder is taken for it
   */
  public static void main(String[] args) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    Console console = new Console(out, err, args.contains("--json"), args.contains("--debug"));
    List<String> rest =
        args.stream().filter(arg -> !arg.equals("--json") && !arg.equals("--debug")).toList();
    StackSettings settings = StackSettings.standard(Path.of(System.getProperty("bser.root", ".")));
    Optional<Command> command =
        rest.isEmpty() ? Optional.empty() : new Commands(settings).find(rest.get(0));
    if (command.isEmpty()) {
      console.fail("There is no such command. ./bser --help lists them.");
      return MISUSED;
    }
    return run(command.get(), rest.subList(1, rest.size()), console);
  }

  private static int run(Command command, List<String> args, Console console) {
    try {
      return command.run(args, console);
    } catch (Arguments.Wrong e) {
      console.fail(e.getMessage(), e);
      return MISUSED;
    } catch (StackFailure | BrokenDataException e) {
      console.fail(e.getMessage(), e);
      return FAILED;
    } catch (RuntimeException | LinkageError e) {
      console.fail("Something failed unexpectedly: " + e + ". --debug shows where.", e);
      return FAILED;
    }
  }
}
