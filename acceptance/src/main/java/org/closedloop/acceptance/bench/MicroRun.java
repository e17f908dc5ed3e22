package org.closedloop.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.process.StackFailure;

/** Runs the micro-benchmarks of the module of that name, by JMH, in a process of its own. */
final class MicroRun {

  private final Path root;
  private final Console out;

  MicroRun(Path root, Console out) {
    this.root = root;
    this.out = out;
  }

  /** Prints what JMH prints; the result is microseconds by step. */
  int play() {
    Path file = root.resolve(".local/bench/micro.json");
    try {
      Files.createDirectories(file.getParent());
      Process child = start(file);
      try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(out::say);
      }
      if (child.waitFor() != 0) {
        throw new StackFailure("The micro-benchmarks failed.");
      }
      out.result(Map.of("microseconds", microseconds(file)));
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }

  private Process start(Path result) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dbser.use-cases=" + root.resolve("use-cases"),
            "-cp",
            root.resolve("benchmarks/target/lib/*").toString(),
            "org.openjdk.jmh.Main",
            "-rf",
            "json",
            "-rff",
            result.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static Map<String, Double> microseconds(Path file) throws IOException {
    Map<String, Double> all = new TreeMap<>();
    for (JsonNode one : new ObjectMapper().readTree(file.toFile())) {
      String name = one.path("benchmark").asText();
      all.put(name.substring(name.lastIndexOf('.') + 1), one.at("/primaryMetric/score").asDouble());
    }
    return all;
  }
}
