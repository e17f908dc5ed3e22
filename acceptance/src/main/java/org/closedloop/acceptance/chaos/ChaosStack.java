package org.closedloop.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.acceptance.chaos.hub.TestedHub;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.part.StackSize;

/**
 * The stack of a chaos run: the ports of {@code up}, data of its own under {@code .local/chaos},
 * and the shipped parties, with pauses between attempts that fit a run of minutes.
 */
final class ChaosStack {

  private static final String RETRY = "retry: {firstPause: PT0.3S, longestPause: PT5S}\n";

  private static final StackSize LARGEST = StackSize.of(3, 3);

  private ChaosStack() {}

  /** Removes what a run before has left. */
  static StackSettings fresh(Path root, StackSize size) {
    Path data = data(root);
    TestedHub.clear(data);
    delete(data);
    Path parties = data.resolve("directory");
    copyParties(root.resolve("deploy/directory"), parties);
    return new StackSettings(root, data, 0, parties, root.resolve("use-cases"), Map.of())
        .withSize(size);
  }

  /** What a run before has left, to end it. */
  static StackSettings before(Path root) {
    return StackSettings.of(root, data(root), 0).withSize(LARGEST);
  }

  private static Path data(Path root) {
    return root.resolve(".local/chaos");
  }

  private static void copyParties(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      for (Path file : all) {
        Files.writeString(to.resolve(file.getFileName()), Files.readString(file) + RETRY);
      }
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
