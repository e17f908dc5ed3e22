package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.junit.jupiter.api.Test;

/**
 * Randomly broken messages, judged by HAPI's validator and by the gate: what HAPI refuses, the gate
 * refuses. {@code -Dseed=} repeats a run, {@code -Dmutations=} makes it longer.
 */
class GateAgainstHapiTest {

  /**
   * What HAPI refuses and the hub takes: a code that its code system lacks where no binding demands
   * one, and a resource in a document that nothing refers to, which is withheld and told.
   */
  private static final Set<String> TAKEN =
      Set.of("hapi-Terminology_PassThrough_TX_Message", "hapi-Bundle_BUNDLE_Entry_Orphan_DOCUMENT");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path USE_CASES = Path.of("..", "use-cases");
  private static final Gate GATE = new Gate(UseCaseCatalog.load(USE_CASES).all());

  @Test
  void shouldRefuseWhatHapiRefuses() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    int mutations = Integer.getInteger("mutations", 60);
    System.out.println("GateAgainstHapiTest: -Dseed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<Path> examples = examples();
    List<String> let = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < mutations; i++) {
      Path example = examples.get(random.nextInt(examples.size()));
      ObjectNode message = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
      String done = new Mutation(random).apply(message);
      byte[] body = JSON.writeValueAsBytes(message);
      if (gate(example, body) instanceof GateResult.Passed) {
        List<String> errors = errors(body);
        if (!errors.isEmpty()) {
          let.add(done + " of " + example.getParent().getParent().getFileName() + ": " + errors);
        }
      } else {
        refused++;
      }
    }
    System.out.printf("GateAgainstHapiTest: %d messages, %d refused%n", mutations, refused);
    assertThat(let).isEmpty();
    assertThat(refused).as("some changes do break a message").isPositive();
  }

  private static GateResult gate(Path example, byte[] body) {
    boolean request = example.endsWith("request.json");
    return GATE.check(body, request ? Direction.REQUEST : Direction.FEEDBACK);
  }

  private static List<String> errors(byte[] body) {
    return HapiValidator.own().check(body).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> !TAKEN.contains(finding.ruleId()))
        .map((Finding f) -> f.ruleId() + " at " + f.expression())
        .toList();
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(USE_CASES)) {
      return files
          .filter(file -> file.getParent().endsWith("examples"))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }
}
