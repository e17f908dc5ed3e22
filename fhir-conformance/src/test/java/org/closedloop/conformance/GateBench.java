package org.closedloop.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.core.catalog.UseCaseCatalog;

/**
 * Run by hand: what the gate takes for a message, warm, over the examples of all use cases. Prints
 * microseconds of wall time. Argument: the folder of use cases.
 */
final class GateBench {

  private static final int ROUNDS = 400;

  private GateBench() {}

  public static void main(String[] args) throws IOException {
    Path useCases = Path.of(args[0]);
    long begin = System.nanoTime();
    Gate gate = new Gate(UseCaseCatalog.load(useCases).all());
    long made = System.nanoTime();
    GateWarmUp.run(gate, List.of(useCases));
    long warm = System.nanoTime();
    System.out.printf("made %d ms, warm %d ms%n", millis(begin, made), millis(made, warm));
    List<Path> examples = examples(useCases);
    long[] times = new long[ROUNDS * examples.size()];
    int next = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Path example : examples) {
        times[next++] = micros(gate, example);
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "messages %d p50 %d us p90 %d us p99 %d us%n",
        examples.size(), at(times, 0.5), at(times, 0.9), at(times, 0.99));
  }

  private static long micros(Gate gate, Path example) throws IOException {
    byte[] body = Files.readAllBytes(example);
    boolean request = example.endsWith("request.json");
    long begin = System.nanoTime();
    GateResult result = gate.check(body, request ? Direction.REQUEST : Direction.FEEDBACK);
    long time = (System.nanoTime() - begin) / 1000;
    if (!(result instanceof GateResult.Passed)) {
      throw new IllegalStateException(example + " does not pass");
    }
    return time;
  }

  private static List<Path> examples(Path useCases) throws IOException {
    try (Stream<Path> files = Files.walk(useCases)) {
      return files.filter(file -> file.getParent().endsWith("examples")).toList();
    }
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }

  private static long at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
