package org.closedloop.stack.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.cli.Command;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.demo.Rehearsals;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.AotCache;
import org.closedloop.stack.part.HubService;
import org.closedloop.stack.part.Seams;
import org.closedloop.stack.part.ServicePart;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.LogFile;

/**
 * {@code train}: runs the services once, with data of their own, plays the demo's loops and a load,
 * and keeps what their JVMs learned meanwhile, so that every later start is quicker and its first
 * minutes are less the compiler's, until the next build.
 */
public final class TrainCommand implements Command {

  private final StackSettings settings;
  private final Consumer<LocalStack> load;

  /**
   * @param load plays many loops on a stack that is up
   */
  public TrainCommand(StackSettings standard, Consumer<LocalStack> load) {
    this.load = load;
    this.settings =
        StackSettings.of(
            standard.root(), standard.root().resolve("target/training"), standard.portOffset());
  }

  @Override
  public int run(List<String> args, Console out) {
    Arguments.only(args, List.of());
    if (!AotCache.possible()) {
      out.say("Only Java 25 or newer keeps what it has learned; the services start as before.");
      return 0;
    }
    out.say("Running the services once, to keep what their JVMs learn …");
    forget();
    rehearse();
    out.say("Keeping it …");
    services().forEach(this::keep);
    out.say("Done; until the next build the services start in about half of the time.");
    return 0;
  }

  private List<HubService> services() {
    return Arrays.asList(HubService.values());
  }

  private void forget() {
    for (HubService service : services()) {
      delete(part(service).cache().file());
      delete(notes(service));
    }
  }

  private void rehearse() {
    Seams seams = Seams.NONE;
    for (HubService service : services()) {
      String options = String.join(" ", AotCache.noting(notes(service)));
      seams = seams.withEnvironment(service.shortName(), Map.of("JAVA_TOOL_OPTIONS", options));
    }
    LocalStack stack = new LocalStack(settings.withSeams(seams), text -> {});
    Thread end = new Thread(stack::abandon, "stop-the-rehearsal");
    Runtime.getRuntime().addShutdownHook(end);
    stack.up();
    Rehearsals.play(stack);
    load.accept(stack);
    // One by one: each writes its notes as it ends, which four at once do not in time.
    services().forEach(service -> stack.stop(service.shortName()));
    stack.down();
    Runtime.getRuntime().removeShutdownHook(end);
  }

  private void keep(HubService service) {
    LogFile log = LogFile.forNewRun(settings.logs().resolve(service.shortName() + "-cache.log"));
    Launcher.run("Keeping what was learned", part(service).makingCache(notes(service)), log);
    delete(notes(service));
  }

  private ServicePart part(HubService service) {
    return new ServicePart(service, 1, settings);
  }

  private Path notes(HubService service) {
    return settings.data().resolve(service.shortName() + ".aotconf");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
