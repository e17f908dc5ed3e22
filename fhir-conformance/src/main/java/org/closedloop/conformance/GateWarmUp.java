package org.closedloop.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges the examples of all use cases, both directions, until the code is compiled: the first
 * message of a day is a doctor's, and waits no longer than the thousandth.
 */
public final class GateWarmUp {

  private static final int ROUNDS = 6;

  private GateWarmUp() {}

  /**
   * Takes a second or two; nothing of what it does stays.
   *
   * @param gate the gate to warm
   * @param useCaseFolders folders with a folder a use case; one without examples is passed over
   */
  public static void run(Gate gate, List<Path> useCaseFolders) {
    List<byte[]> requests = examples(useCaseFolders, "request.json");
    List<byte[]> feedback = examples(useCaseFolders, "feedback.json");
    for (int i = 0; i < ROUNDS; i++) {
      requests.forEach(message -> gate.check(message, Direction.REQUEST));
      feedback.forEach(message -> gate.check(message, Direction.FEEDBACK));
    }
  }

  private static List<byte[]> examples(List<Path> folders, String name) {
    return folders.stream()
        .flatMap(GateWarmUp::useCases)
        .map(folder -> folder.resolve("examples").resolve(name))
        .filter(Files::isRegularFile)
        .map(GateWarmUp::read)
        .toList();
  }

  private static Stream<Path> useCases(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
