package org.closedloop.acceptance.bench;

import java.nio.file.Path;
import java.util.List;
import org.closedloop.stack.cli.Arguments;
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
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    List<String> all = List.of(args);
    Console out =
        new Console(System.out, System.err, all.contains("--json"), all.contains("--debug"));
    System.exit(run(all, out));
  }

  private static int run(List<String> args, Console out) {
    List<String> rest =
        args.stream().filter(arg -> !arg.equals("--json") && !arg.equals("--debug")).toList();
    try {
      return new BenchCommand(Path.of(System.getProperty("bser.root", "."))).run(rest, out);
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
