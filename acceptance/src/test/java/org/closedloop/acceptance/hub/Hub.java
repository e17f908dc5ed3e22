package org.closedloop.acceptance.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.acceptance.chaos.hub.TestedHub;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.Seams;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.part.StackSize;
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

  private static Hub shared;

  private final TestedHub tested;
  private final LocalStack stack;
  private final Directory directory;
  private final ExampleMessages examples;
  private final TraceCollector traces = new TraceCollector();

  private Hub(Path data, int portOffset, StackSize size) {
    end(data, portOffset, size);
    tested = TestedHub.of(settings(data, portOffset, size, traces), Set.of(), System.out::println);
    stack = tested.stack();
    directory = stack.directory();
    examples =
        new ExampleMessages(
            stack.settings().useCases(), party("lakeside-hospital"), party("riverbend-wellness"));
  }

  /** The hub, started if it is not yet. */
  public static synchronized Hub shared() {
    if (shared == null) {
      shared = started("stack", PORT_OFFSET, StackSize.ONE);
    }
    return shared;
  }

  /** Another hub of a size of its own, beside the shared one; it ends with the tests. */
  public static Hub of(StackSize size) {
    return started("stack-of-several", PORT_OFFSET / 2, size);
  }

  private static Hub started(String folder, int portOffset, StackSize size) {
    Hub hub = new Hub(Path.of("target", folder).toAbsolutePath(), portOffset, size);
    Runtime.getRuntime().addShutdownHook(new Thread(hub.stack::down));
    hub.stack.up();
    return hub;
  }

  /** Its processes, to break them. */
  public LocalStack stack() {
    return stack;
  }

  /** The same with the lines between its processes. */
  public TestedHub tested() {
    return tested;
  }

  /** A party of the directory. */
  public Party party(String id) {
    return directory.find(id).orElseThrow(() -> new IllegalArgumentException("no party " + id));
  }

  /** What its services tell of the ways of referrals. */
  public TraceCollector traces() {
    return traces;
  }

  /** Synthetic messages. */
  public ExampleMessages examples() {
    return examples;
  }

  /** A hospital's client of the gateway. */
  public HubHttp hospital(String id) {
    return hospital(id, "gateway");
  }

  /** A hospital's client of one instance of the gateway. */
  public HubHttp hospital(String id, String gateway) {
    return new HubHttp(base(gateway), stack.issuer().token(id, Role.INITIATOR));
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
  private static void end(Path data, int portOffset, StackSize size) {
    StackSettings plain = StackSettings.of(ROOT, data, portOffset);
    new LocalStack(plain.withSize(size), System.out::println).down();
    delete(data);
  }

  private static StackSettings settings(
      Path data, int portOffset, StackSize size, TraceCollector traces) {
    Path parties = parties(data.resolve("directory"), portOffset);
    return new StackSettings(
        ROOT,
        data,
        portOffset,
        parties,
        ROOT.resolve("use-cases"),
        Map.of("HUB_TRACES_ENDPOINT", traces.address().toString()),
        size,
        Seams.NONE);
  }

  /** The shipped parties, their push addresses moved to ports of this stack, with short pauses. */
  private static Path parties(Path target, int portOffset) {
    String moved80 = "127.0.0.1:" + (8000 + portOffset) / 100;
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy/directory"))) {
      Files.createDirectories(target);
      List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      for (Path file : all) {
        String moved = Files.readString(file).replace("127.0.0.1:80", moved80);
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
