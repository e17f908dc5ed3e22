package org.closedloop.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.oracle.HapiValidator;
import org.closedloop.core.catalog.UseCaseCatalog;

/**
 * The product's gate and HAPI's validator over the example messages of all use cases, one thread,
 * warm. Prints one JSON line: medians of rounds, in milliseconds a message. First argument: the
 * folder of use cases.
 */
public final class GateMain {

  private static final long GATE_WARM = TimeUnit.SECONDS.toNanos(6);
  private static final long HAPI_WARM = TimeUnit.SECONDS.toNanos(20);
  private static final long MEASURE = TimeUnit.SECONDS.toNanos(8);

  private GateMain() {}

  private record Sample(byte[] body, Direction direction) {}

  private interface Check {
    boolean passes(Sample sample);
  }

  /**
   * @param args the folder of use cases
   * @throws IOException when it cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Sample> samples = samples(folder);
    Gate gate = new Gate(UseCaseCatalog.load(folder).all());
    HapiValidator hapi = HapiValidator.own();
    double hapiMs = measure(samples, HAPI_WARM, one -> !hapi.check(one.body()).isEmpty());
    double gateMs =
        measure(samples, GATE_WARM, one -> gate.check(one.body(), one.direction()) == null);
    System.out.println(
        new ObjectMapper().writeValueAsString(Map.of("gateMs", gateMs, "hapiMs", hapiMs)));
  }

  private static double measure(List<Sample> samples, long warmNanos, Check check) {
    Rounds warm = new Rounds();
    Rounds rounds = new Rounds();
    long start = System.nanoTime();
    while (System.nanoTime() - start < warmNanos) {
      warm.note(round(samples, check), samples.size());
    }
    start = System.nanoTime();
    while (System.nanoTime() - start < MEASURE) {
      rounds.note(round(samples, check), samples.size());
    }
    return rounds.medianMs();
  }

  private static long round(List<Sample> samples, Check check) {
    long start = System.nanoTime();
    samples.forEach(check::passes);
    return System.nanoTime() - start;
  }

  private static List<Sample> samples(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getParent().endsWith("examples"))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(GateMain::sample)
          .toList();
    }
  }

  private static Sample sample(Path file) {
    try {
      boolean request = file.getFileName().toString().startsWith("request");
      return new Sample(Files.readAllBytes(file), request ? Direction.REQUEST : Direction.FEEDBACK);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
