package org.closedloop.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.cli.Interruption;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/**
 * {@code bench}: starts a hub with data of its own, measures it, prints and writes the figures.
 * Exit code 0 only when every referral came back.
 */
final class BenchCommand implements Command {

  private final Path root;

  BenchCommand(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public int run(List<String> args, Console out) {
    BenchOptions options = BenchOptions.of(args);
    if (options.only() == BenchOptions.Only.MICRO) {
      return new MicroRun(root, out).play();
    }
    refuseBesideAnother();
    new LocalStack(BenchStack.before(root), out::say).down();
    LocalStack stack = new LocalStack(BenchStack.fresh(root, options.size()), out::say);
    Interruption interruption = Interruption.whileStarting(stack, out);
    out.say("Starting a hub of its own, " + howTrained(stack.settings()) + " …");
    stack.up();
    interruption.takesAll();
    try {
      if (options.only() == BenchOptions.Only.PAGES) {
        return report(new PagesRun(stack, out::say).play(options.rows()), out);
      }
      if (options.only() == BenchOptions.Only.RATES) {
        return report(new RatesRun(stack, options.warm(), out::say).play(options.rates()), out);
      }
      return report(new BenchRun(stack, options, out::say).play(), stack.settings(), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    } finally {
      stack.down();
    }
  }

  private static String howTrained(StackSettings settings) {
    return BenchStack.trained(settings)
        ? "as ./bser train left it"
        : "untrained (with Java 25 ./bser train shortens its warm-up)";
  }

  private void refuseBesideAnother() {
    if (!new LocalStack(StackSettings.standard(root), text -> {}).running().isEmpty()) {
      throw new StackFailure(
          "The hub is up, and bench needs its ports: ./bser down stops it, its data stay.");
    }
  }

  private static int report(RatesRun.Figures figures, Console out) {
    out.result(Map.of("rates", figures.rates(), "ledger", figures.ledger()));
    return figures.ledger().clean() ? 0 : 1;
  }

  private static int report(List<PageFigures> pages, Console out) {
    out.result(Map.of("pages", pages));
    return 0;
  }

  private static int report(BenchResult result, StackSettings settings, Console out) {
    Path file = settings.data().resolve("result.json");
    Map<String, Object> json = BenchJson.of(result);
    json.put("trained", BenchStack.trained(settings));
    try {
      Files.write(
          file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
      if (result.phases().containsKey("highest")) {
        Files.writeString(
            settings.data().resolve("result.svg"),
            Picture.of(result.phases().get("highest").moments()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.say(BenchText.summary(result));
    out.say("All figures: " + file);
    out.result(json);
    return result.lossFree() && result.ledger().clean() ? 0 : 1;
  }
}
