package org.closedloop.stack.local;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.closedloop.core.directory.Directory;
import org.closedloop.stack.part.KafkaPart;
import org.closedloop.stack.part.Part;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.ProcessIdentity;
import org.closedloop.stack.process.Signal;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.token.IssuerKey;
import org.closedloop.stack.token.LocalIssuer;

/**
 * Brokers, database and the four services, one or several of each, as processes of this machine,
 * which outlive the program that started them. For the command line, the demo, and tests that break
 * single processes.
 *
 * <p>Every method throws {@link StackFailure} with a sentence when the machine does not play along.
 */
public final class LocalStack {

  private final StackSettings settings;
  private final PartRunner runner;
  private final Consumer<String> progress;
  private final Parts parts;
  private volatile List<Part> startedHere = List.of();

  /**
   * @param settings where it lives
   * @param progress told in sentences what happens
   */
  public LocalStack(StackSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.runner = new PartRunner(settings);
    this.parts = Parts.of(settings);
  }

  /** Where it lives. */
  public StackSettings settings() {
    return settings;
  }

  /** Starts everything that does not run. When that fails, ends again what this call started. */
  public StackStatus up() {
    return up(true);
  }

  /** Starts broker and database only. */
  public StackStatus upWithoutServices() {
    return up(false);
  }

  /** Ends everything in good order: services, broker, database. Fine when nothing runs. */
  public void down() {
    if (running().isEmpty()) {
      return;
    }
    try (StackLock lock = StackLock.take(settings.data(), progress)) {
      endInOrder(parts.all());
    }
  }

  /** What runs and how it is; looks only. */
  public StackStatus status() {
    return StackStatus.of(parts.all().parallelStream().map(runner::status).toList());
  }

  /**
   * Starts one part and waits until it is ready; its port must be free. Another part may be started
   * during that wait: it may be what this one waits for.
   */
  public void start(String name) {
    List<Part> one = List.of(parts.named(name));
    StartUp start;
    try (StackLock lock = StackLock.take(settings.data(), progress)) {
      start = new StartUp(settings, runner, one, progress);
      start.check();
      start.launch(one);
    }
    endIfFailing(start, () -> start.awaitReady(one));
  }

  /** Ends one part in good order. */
  public void stop(String name) {
    runner.end(List.of(parts.named(name)));
  }

  /** Kills one part: {@code kill -9}. */
  public void kill(String name) {
    runner.end(List.of(parts.named(name)), Signal.KILL);
  }

  /** Ends one part in good order and starts it again. */
  public void restart(String name) {
    stop(name);
    start(name);
  }

  /**
   * Ends these one after the other in good order and starts each again before the next, as an
   * update does.
   */
  public void rollingRestart(List<String> names) {
    names.forEach(this::restart);
  }

  /** Sends one part a signal and does not wait for what it does; nothing when it does not run. */
  public void signal(String name, Signal signal) {
    runner.living(parts.named(name)).ifPresent(signal::toFamily);
  }

  /** Waits until one part that runs answers. */
  public void awaitReady(String name) {
    runner.awaitReady(parts.named(name));
  }

  /** Names of the instances of all services, those of one service together. */
  public List<String> services() {
    return parts.services().stream().map(Part::name).toList();
  }

  /** Names of the brokers. */
  public List<String> brokers() {
    return parts.brokers().stream().map(Part::name).toList();
  }

  /** Process id of one part; empty when it does not run. */
  public OptionalLong pid(String name) {
    return runner.living(parts.named(name)).stream().mapToLong(ProcessIdentity::pid).findFirst();
  }

  /** The port others use of one part. */
  public int port(String name) {
    return parts.named(name).port();
  }

  /** The port to which a detour in front of one part leads (see {@code Seams}). */
  public int behindDetour(String name) {
    return parts.named(name).behindDetour();
  }

  /** Names of the parts that run, ready or not. */
  public Set<String> running() {
    return parts.all().stream().filter(runner::runs).map(Part::name).collect(Collectors.toSet());
  }

  /** For Kafka clients. */
  public String bootstrapServers() {
    return KafkaPart.address(settings);
  }

  /** JDBC address of a service's database, user and password {@code hub}. */
  public String jdbcUrl(String database) {
    return "jdbc:" + PostgresPart.url(settings, database);
  }

  /** The parties of this stack. */
  public Directory directory() {
    return Directory.load(settings.directory());
  }

  /** Issues tokens that this stack's services accept. */
  public LocalIssuer issuer() {
    return new LocalIssuer(new IssuerKey(settings.keys()), Clock.systemUTC());
  }

  /** For a shutdown hook: ends what an unfinished {@link #up()} has started so far. */
  public void abandon() {
    runner.close();
    endInOrder(startedHere);
  }

  private StackStatus up(boolean withServices) {
    try (StackLock lock = StackLock.take(settings.data(), progress)) {
      bringUp(List.of(parts.stores(), withServices ? parts.services() : List.of()));
    }
    return status();
  }

  /** One step after the other, the parts of a step together. */
  private void bringUp(List<List<Part>> steps) {
    List<Part> wanted = steps.stream().flatMap(List::stream).toList();
    StartUp start = new StartUp(settings, runner, wanted, progress);
    start.check();
    startedHere = start.missing();
    endIfFailing(start, () -> steps.forEach(start::bringUp));
  }

  private void endIfFailing(StartUp start, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      endInOrder(start.missing());
      throw e;
    }
  }

  private void endInOrder(List<Part> some) {
    runner.end(some.stream().filter(parts.services()::contains).toList());
    runner.end(some.stream().filter(parts.brokers()::contains).toList());
    runner.end(some.stream().filter(parts.postgres()::equals).toList());
  }
}
