package org.closedloop.conformance.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.conformance.shape.R4Model;
import org.junit.jupiter.api.Test;

/**
 * Every invariant of R4 says of our examples and of random resources what HL7's engine says. The
 * build always tries the same ones; {@code -Dseed=… -Drounds=…} tries others, of which about one
 * judgement in a million differs, on primitives that only have extensions.
 */
class DifferentialTest {

  private static final int ROUNDS = Integer.getInteger("rounds", 25);

  /**
   * Narratives are checked by a scanner of our own, stricter than HL7's; for quantities of two
   * units HL7's engine asks a service that HAPI does not have; it does not resolve "#".
   */
  private static final Set<String> ELSEWHERE = Set.of("txt-1", "txt-2", "rng-2", "ctm-1");

  private final Comparison comparison = new Comparison(ELSEWHERE);

  @Test
  void shouldAgreeOnOurExamples() throws IOException {
    try (Stream<Path> examples = InvariantsTest.examples()) {
      for (Path file : examples.toList()) {
        comparison.compare(
            file.getFileName().toString(), (ObjectNode) new ObjectMapper().readTree(file.toFile()));
      }
    }
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.judged()).isGreaterThan(1000);
  }

  @Test
  void shouldAgreeOnRandomResources() {
    long seed = Long.getLong("seed", 7);
    System.out.println("DifferentialTest: -Dseed=" + seed);
    RandomResource resources = new RandomResource(new R4Model(), new Random(seed));
    List<String> types = new R4Types().all();
    for (int round = 0; round < ROUNDS; round++) {
      for (String type : types) {
        comparison.compare(type, resources.resource(type));
      }
    }
    System.out.printf(
        "DifferentialTest: %d judgements, %d invariants broken and %d held at least once%n",
        comparison.judged(), comparison.broken().size(), comparison.held().size());
    assertThat(comparison.differences()).isEmpty();
    assertThat(FhirContext.forR4Cached().getResourceTypes()).hasSameSizeAs(types);
  }
}
