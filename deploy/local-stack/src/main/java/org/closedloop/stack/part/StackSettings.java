package org.closedloop.stack.part;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a stack lives.
 *
 * @param root the repository, for the built services and the data folders
 * @param data where everything that is kept goes
 * @param portOffset added to every port, so that a second stack can run beside the first
 * @param directory the parties
 * @param useCases the use cases
 * @param environment given to the four services on top of what the stack sets, and over it
 * @param size how many there are of each
 * @param seams where a test gets between the parts
 */
public record StackSettings(
    Path root,
    Path data,
    int portOffset,
    Path directory,
    Path useCases,
    Map<String, String> environment,
    StackSize size,
    Seams seams) {

  public StackSettings {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    directory = directory.toAbsolutePath().normalize();
    useCases = useCases.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** One of each part. */
  public StackSettings(
      Path root,
      Path data,
      int portOffset,
      Path directory,
      Path useCases,
      Map<String, String> environment) {
    this(root, data, portOffset, directory, useCases, environment, StackSize.ONE, Seams.NONE);
  }

  /**
   * The stack of {@code ./bser}: data in {@code .local}, the shipped parties and use cases, as many
   * of each part as the last {@code up} was asked for.
   */
  public static StackSettings standard(Path root) {
    StackSettings one = of(root, root.resolve(".local"), 0);
    return one.withSize(new KeptSize(one.data()).read());
  }

  /** A stack with the shipped parties and use cases, its own data and ports. */
  public static StackSettings of(Path root, Path data, int portOffset) {
    return new StackSettings(
        root,
        data,
        portOffset,
        root.resolve("deploy/directory"),
        root.resolve("use-cases"),
        Map.of());
  }

  /** The same with further environment for the services. */
  public StackSettings withEnvironment(Map<String, String> further) {
    return new StackSettings(root, data, portOffset, directory, useCases, further, size, seams);
  }

  /** The same with so many of each. */
  public StackSettings withSize(StackSize other) {
    return new StackSettings(
        root, data, portOffset, directory, useCases, environment, other, seams);
  }

  /** The same with somebody between the parts. */
  public StackSettings withSeams(Seams other) {
    return new StackSettings(root, data, portOffset, directory, useCases, environment, size, other);
  }

  /** Which processes run. */
  public Path run() {
    return data.resolve("run");
  }

  /** What the processes print. */
  public Path logs() {
    return data.resolve("logs");
  }

  /** The issuer's key pair. */
  public Path keys() {
    return data.resolve("keys");
  }
}
