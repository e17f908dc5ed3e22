package org.closedloop.acceptance.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.process.StackFailure;

/** Behind {@code ./bser bench}: turns failures into sentences and exit codes. */
public final class BenchMain {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private BenchMain() {}

  /**
   * @param args what stood behind {@code bench}; system property {@code bser.root} names the
   *     repository, else the current folder is taken for it
   */
  public static void main(String[] args) {
    start(args, BenchCommand::new);
  }

  /**
   * Runs a command that speaks like all others.
   *
   * @param command of the repository's root
   */
  static void start(String[] args, Function<Path, Command> command) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    List<String> all = List.of(args);
    Console out =
        new Console(System.out, System.err, all.contains("--json"), all.contains("--debug"));
    System.exit(run(command.apply(root()), all, out));
  }

  private static Path root() {
    return Path.of(System.getProperty("bser.root", ".")).toAbsolutePath().normalize();
  }

  private static int run(Command command, List<String> args, Console out) {
    List<String> rest =
        args.stream().filter(arg -> !arg.equals("--json") && !arg.equals("--debug")).toList();
    try {
      return command.run(rest, out);
    } catch (Arguments.Wrong e) {
      out.fail(e.getMessage(), e);
      return MISUSED;
    } catch (StackFailure e) {
      out.fail(e.getMessage(), e);
      return FAILED;
    } catch (RuntimeException | LinkageError e) {
      out.fail("Something failed unexpectedly: " + e + ". --debug shows where.", e);
      return FAILED;
    }
  }
}
