package org.closedloop.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.closedloop.stack.part.HubService;
import org.closedloop.stack.part.ServicePart;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.part.StackSize;

/**
 * The stack of a benchmark: the product as it is, the ports of {@code up}, the shipped parties, and
 * data of its own under {@code .local/bench}.
 */
final class BenchStack {

  /** Who ends what a run before has left does not know how many there were. */
  private static final StackSize LARGEST = StackSize.of(1, 3);

  private BenchStack() {}

  /** Removes what a run before has left. */
  static StackSettings fresh(Path root, StackSize size) {
    Path data = data(root);
    delete(data);
    return StackSettings.of(root, data, 0).withSize(size);
  }

  /** Whether all services have what {@code ./bser train} keeps, which the figures depend on. */
  static boolean trained(StackSettings settings) {
    return Arrays.stream(HubService.values())
        .map(service -> new ServicePart(service, 1, settings))
        .noneMatch(part -> part.cache().options().isEmpty());
  }

  /** What a run before has left, to end it. */
  static StackSettings before(Path root) {
    return StackSettings.of(root, data(root), 0).withSize(LARGEST);
  }

  private static Path data(Path root) {
    return root.resolve(".local/bench");
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
