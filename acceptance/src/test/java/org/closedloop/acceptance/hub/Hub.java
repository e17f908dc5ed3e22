package org.closedloop.acceptance.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.player.HubHttp;

/**
 * The whole hub as processes of this machine, started once for all tests of the module, on ports of
 * its own and with the shipped use cases and parties.
 */
public final class Hub {

  private static final int PORT_OFFSET = 10_000;

  /** Pauses between attempts that fit tests. */
  private static final String RETRY = "retry: {firstPause: PT0.3S, longestPause: PT5S}\n";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DATA = Path.of("target", "stack").toAbsolutePath();

  private static Hub shared;

  private final LocalStack stack;
  private final Directory directory;
  private final ExampleMessages examples;

  private Hub() {
    end();
    stack = new LocalStack(settings(), System.out::println);
    directory = stack.directory();
    examples =
        new ExampleMessages(
            stack.settings().useCases(), party("lakeside-hospital"), party("riverbend-wellness"));
  }

  /** The hub, started if it is not yet. */
  public static synchronized Hub shared() {
    if (shared == null) {
      Hub hub = new Hub();
      Runtime.getRuntime().addShutdownHook(new Thread(hub.stack::down));
      hub.stack.up();
      shared = hub;
    }
    return shared;
  }

  /** Its processes, to break them. */
  public LocalStack stack() {
    return stack;
  }

  /** A party of the directory. */
  public Party party(String id) {
    return directory.find(id).orElseThrow(() -> new IllegalArgumentException("no party " + id));
  }

  /** Synthetic messages. */
  public ExampleMessages examples() {
    return examples;
  }

  /** A hospital's client of the gateway. */
  public HubHttp hospital(String id) {
    return new HubHttp(base("gateway"), stack.issuer().token(id, Role.INITIATOR));
  }

  /** A program's client of the adapter. */
  public HubHttp program(String id) {
    return new HubHttp(base("adapter"), stack.issuer().token(id, Role.RECIPIENT));
  }

  /** The operators' client of feedback-service. */
  public HubHttp ops() {
    return new HubHttp(base("feedback"), stack.issuer().token("ops", Role.OPS));
  }

  /** A client with any token, or none. */
  public HubHttp client(String service, String token) {
    return new HubHttp(base(service), token);
  }

  private String base(String service) {
    return "http://127.0.0.1:" + stack.port(service);
  }

  /** Ends what a killed test run has left. */
  private static void end() {
    new LocalStack(plainSettings(), System.out::println).down();
    delete(DATA);
  }

  private static StackSettings settings() {
    return new StackSettings(
        ROOT, DATA, PORT_OFFSET, parties(), ROOT.resolve("use-cases"), Map.of());
  }

  private static StackSettings plainSettings() {
    return StackSettings.of(ROOT, DATA, PORT_OFFSET);
  }

  /** The shipped parties, their push addresses moved to ports of this stack, with short pauses. */
  private static Path parties() {
    Path target = DATA.resolve("directory");
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy/directory"))) {
      Files.createDirectories(target);
      List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      for (Path file : all) {
        String moved = Files.readString(file).replace("127.0.0.1:80", "127.0.0.1:180");
        Files.writeString(target.resolve(file.getFileName()), moved + RETRY);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
