package org.closedloop.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.feedback.core.Decider;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of a request on its way, each alone, in microseconds a message; the example requests of
 * all use cases in turn. System property {@code bser.use-cases}: their folder.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MessageSteps {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private record Sample(
      byte[] body, Reading.Readable read, GateResult.Passed passed, Filtered filtered, Said said) {}

  private Gate gate;
  private List<Sample> samples;
  private int next;

  /** Reads the examples. */
  @Setup
  public void read() throws IOException {
    Path folder = Path.of(System.getProperty("bser.use-cases", "use-cases"));
    gate = new Gate(UseCaseCatalog.load(folder).all());
    try (Stream<Path> files = Files.walk(folder)) {
      samples =
          files
              .filter(file -> file.getParent().endsWith("examples"))
              .filter(file -> file.getFileName().toString().equals("request.json"))
              .sorted()
              .map(this::sample)
              .toList();
    }
  }

  private Sample sample(Path file) {
    try {
      byte[] body = Files.readAllBytes(file);
      if (!(BodyReader.read(body, FhirFormat.JSON) instanceof Reading.Readable read)) {
        throw new IllegalStateException(file + " cannot be read");
      }
      if (!(gate.check(read, Direction.REQUEST) instanceof GateResult.Passed passed)) {
        throw new IllegalStateException(file + " does not pass the gate");
      }
      Filtered filtered = MinimumNecessary.request(passed.message(), passed.useCase());
      return new Sample(body, read, passed, filtered, said(passed, body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Said said(GateResult.Passed passed, byte[] body) {
    MessageFacts facts = passed.message().facts();
    String referral = ReferralId.of("a-hospital", facts.servicePlacer(), facts.taskPlacer());
    Submission submission =
        new Submission(
            "a-hospital",
            "a-program",
            passed.useCase().name(),
            facts.servicePlacer(),
            facts.taskPlacer(),
            List.of());
    Identity identity =
        new Identity(facts.messageId(), facts.bundleIdentifier(), facts.fingerprint());
    return Said.of(Claim.submission("claim", referral, identity, submission, NOW), body);
  }

  private Sample sample() {
    next = next + 1 < samples.size() ? next + 1 : 0;
    return samples.get(next);
  }

  /** Bytes to a tree. */
  @Benchmark
  public Reading parse() {
    return BodyReader.read(sample().body(), FhirFormat.JSON);
  }

  /** A tree that was read is judged by shape, profiles, invariants and rules. */
  @Benchmark
  public GateResult gate() {
    return gate.check(sample().read(), Direction.REQUEST);
  }

  /** What the hub reads of a message that passed, its fingerprint included. */
  @Benchmark
  public MessageFacts facts() {
    Sample sample = sample();
    return ReferralMessage.of(sample.read().tree(), sample.passed().message().view()).facts();
  }

  /** What is left is judged once more before it goes out. */
  @Benchmark
  public GateResult gateAgain() {
    return gate.check(new Reading.Readable(sample().filtered().tree()), Direction.REQUEST);
  }

  /** A tree becomes bytes. */
  @Benchmark
  public FhirTree write() {
    return FhirTree.written(sample().filtered().tree().root());
  }

  /** What the program need not have is taken out, and the rest written. */
  @Benchmark
  public Filtered filter() {
    GateResult.Passed passed = sample().passed();
    return MinimumNecessary.request(passed.message(), passed.useCase());
  }

  /** A claim becomes a decision, without the database around it. */
  @Benchmark
  public Ruling decide() {
    return Decider.decide(sample().said(), Known.nothing(), NOW);
  }
}
