package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.closedloop.conformance.DefinitionsOnly;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Randomly broken messages, judged by HAPI's validator and by the gate: what HAPI refuses, the gate
 * refuses, at the same element; what HAPI passes, R4 and the profiles pass in the gate too ({@link
 * BothVerdicts} lists what is left out and why). {@code -Dseed=} repeats a run, {@code
 * -Dmutations=} makes it longer. The guide's messages take part where {@code BSER_GUIDE} names its
 * folder.
 */
class GateAgainstHapiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UseCaseCatalog USE_CASES = UseCaseCatalog.load(Path.of("..", "use-cases"));
  private static final Gate GATE = new Gate(USE_CASES.all());
  private static final Gate DEFINITIONS = DefinitionsOnly.gate(USE_CASES);

  @Test
  void shouldJudgeAsHapiDoes() throws IOException {
    compare(Integer.getInteger("mutations", 500));
  }

  @Test
  @Tag("full")
  void shouldJudgeManyAsHapiDoes() throws IOException {
    compare(20_000);
  }

  /** Found by a run of many: HAPI looks at the first letter of a type that has none. */
  @Test
  void shouldRefuseWhatBreaksHapi() throws IOException {
    Path file = Path.of("..", "use-cases/obesity/examples/request.json");
    ObjectNode message = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
    ((ObjectNode) message.findParent("reference")).put("reference", "/min");
    BothVerdicts verdicts = judge(file, JSON.writeValueAsBytes(message));
    assertThat(verdicts.all()).extracting(Finding::ruleId).containsExactly("hapi-broke");
    assertThat(verdicts.disagreement()).isEmpty();
  }

  /** Found by a run of many: of a year alone HAPI takes {@code $this is DateTime} as false. */
  @Test
  void shouldTakeWhatIsNoDateTimeForHapi() throws IOException {
    BothVerdicts verdicts =
        changed(
            "early-childhood-nutrition/examples/feedback.json",
            "us-core-observation-social-history",
            observation -> observation.put("effectiveDateTime", "2020"));
    assertThat(verdicts.hapi()).isEmpty();
    assertThat(verdicts.gate()).isInstanceOf(GateResult.Passed.class);
  }

  /** Found by a run of many: HAPI's slicing breaks on it, and names the sliced list instead. */
  @Test
  void shouldRefuseWhatBreaksHapisSlicing() throws IOException {
    String feedback = "diabetes-prevention/examples/feedback.json";
    BothVerdicts code =
        changed(
            feedback,
            "us-core-body-height",
            height -> ((ObjectNode) height.get("valueQuantity")).put("code", "2750008080"));
    BothVerdicts subject =
        changed(
            feedback,
            "us-core-body-height",
            height -> ((ObjectNode) height.get("subject")).put("reference", "http://e.org"));
    for (BothVerdicts verdicts : List.of(code, subject)) {
      assertThat(verdicts.hapi())
          .extracting(Finding::ruleId)
          .containsOnly("hapi-SLICING_CANNOT_BE_EVALUATED");
      assertThat(verdicts.disagreement()).isEmpty();
    }
  }

  /** An example whose first resource with a profile was changed. */
  private static BothVerdicts changed(String example, String profile, Consumer<ObjectNode> change)
      throws IOException {
    Path file = Path.of("..", "use-cases").resolve(example);
    JsonNode message = JSON.readTree(Files.readAllBytes(file));
    ObjectNode resource =
        message.findValues("resource").stream()
            .flatMap(entry -> withProfile(entry, profile))
            .findFirst()
            .orElseThrow();
    change.accept(resource);
    return judge(file, JSON.writeValueAsBytes(message));
  }

  private static Stream<ObjectNode> withProfile(JsonNode resource, String profile) {
    return Stream.concat(Stream.of(resource), resource.findValues("resource").stream())
        .filter(one -> one.path("meta").path("profile").path(0).asText().endsWith(profile))
        .map(ObjectNode.class::cast);
  }

  private static void compare(int mutations) throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("GateAgainstHapiTest: -Dseed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<Path> messages = messages();
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < mutations; i++) {
      Path file = messages.get(random.nextInt(messages.size()));
      ObjectNode message = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
      String done = new Mutation(random).apply(message);
      BothVerdicts verdicts = judge(file, JSON.writeValueAsBytes(message));
      refused += verdicts.hapiRefuses() ? 1 : 0;
      verdicts
          .disagreement()
          .ifPresent(text -> disagreements.add(done + " of " + name(file) + ": " + text));
    }
    System.out.printf(
        "GateAgainstHapiTest: %d messages, %d refused by HAPI, %d disagreements%n",
        mutations, refused, disagreements.size());
    assertThat(disagreements).isEmpty();
    assertThat(refused).as("changes do break messages").isBetween(mutations / 4, mutations - 1);
  }

  private static BothVerdicts judge(Path file, byte[] body) {
    Direction direction =
        file.getFileName().toString().startsWith("request")
            ? Direction.REQUEST
            : Direction.FEEDBACK;
    return BothVerdicts.of(body, GATE.check(body, direction), DEFINITIONS.check(body, direction));
  }

  private static List<Path> messages() throws IOException {
    List<Path> messages = new ArrayList<>();
    collect(Path.of("..", "use-cases"), "examples", messages);
    String guide = System.getenv("BSER_GUIDE");
    if (guide != null) {
      collect(Path.of(guide, "messages"), "messages", messages);
      collect(Path.of(guide, "messages"), "variants", messages);
    }
    return messages;
  }

  private static void collect(Path root, String folder, List<Path> messages) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.getParent().endsWith(folder))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(messages::add);
    }
  }

  private static String name(Path file) {
    return file.getParent().getParent().getFileName() + "/" + file.getFileName();
  }
}
