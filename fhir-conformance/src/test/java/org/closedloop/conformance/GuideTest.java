package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.core.fhir.MessageFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's own messages, valid and faulty; the folder is named by BSER_GUIDE. */
@Tag("guide")
class GuideTest {

  /** Cases the gate alone cannot decide, or where our policy differs: docs/conformance.md. */
  private static final Map<String, Integer> OUR_POLICY =
      Map.of(
          "023", 422, // an error response carries no feedback
          "041", 422, // a completed Task has its document
          "047", 200, // whether the referral is known, the record decides (422)
          "113", 200, // over-disclosure is withheld, not refused
          "115", 200,
          "153", 422, // written in 2099, but last modified before: R4's inv-1
          "157", 200,
          "133", 400); // XML announced as JSON; announced as XML it is read

  private static final List<String> TABLE = new ArrayList<>();

  private static Path guide() {
    return Path.of(System.getenv("BSER_GUIDE"));
  }

  static Stream<Path> messages() throws IOException {
    return Stream.concat(
            Files.list(guide().resolve("messages")),
            Files.list(guide().resolve("messages").resolve("variants")))
        .filter(file -> file.toString().endsWith(".json"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shouldPassTheValidMessages(Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean request = name.startsWith("request") || name.contains("cancel-requested");
    GateResult result =
        Judge.GATE.check(
            Files.readAllBytes(file), request ? Direction.REQUEST : Direction.FEEDBACK);
    assertThat(Judge.findings(result)).isEmpty();
  }

  static Stream<JsonNode> faults() throws IOException {
    String index = Files.readString(guide().resolve("negative").resolve("index.json"));
    List<JsonNode> cases = new ArrayList<>();
    MessageEdit.json(index).get("cases").forEach(cases::add);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldJudgeTheFaultyMessages(JsonNode fault) throws IOException {
    String file = fault.get("file").asText();
    byte[] message = Files.readAllBytes(guide().resolve("negative").resolve(file));
    GateResult result = Judge.GATE.check(message, direction(fault));
    int status = Judge.status(result);
    int wanted = fault.get("http").asInt();
    TABLE.add(
        "%-45s %-6s index %d gate %d %s"
            .formatted(
                file, fault.get("expected").asText(), wanted, status, Judge.ruleIds(result)));
    assertThat(status).isEqualTo(OUR_POLICY.getOrDefault(file.substring(0, 3), wanted));
  }

  /** No case may pass or fail merely because its ids are known or well-formed in one way. */
  @ParameterizedTest
  @MethodSource("faults")
  void shouldJudgeThemAlikeUnderFreshIdentities(JsonNode fault) throws IOException {
    String file = fault.get("file").asText();
    byte[] message = Files.readAllBytes(guide().resolve("negative").resolve(file));
    byte[] fresh = FreshIdentities.of(message, "fresh");
    GateResult result = Judge.GATE.check(message, direction(fault));
    GateResult again = Judge.GATE.check(fresh, direction(fault));
    assertThat(Judge.status(again))
        .isEqualTo(OUR_POLICY.getOrDefault(file.substring(0, 3), fault.get("http").asInt()));
    assertThat(Judge.ruleIds(again)).isEqualTo(Judge.ruleIds(result));
    if (result instanceof GateResult.Passed old && again instanceof GateResult.Passed renamed) {
      MessageFacts was = old.message().facts();
      MessageFacts is = renamed.message().facts();
      assertThat(is.messageId()).isNotEqualTo(was.messageId());
      assertThat(is.bundleIdentifier()).isNotEqualTo(was.bundleIdentifier());
      assertThat(is.servicePlacer()).isNotEqualTo(was.servicePlacer());
    }
  }

  private static Direction direction(JsonNode fault) {
    return fault.get("base").asText().startsWith("request")
        ? Direction.REQUEST
        : Direction.FEEDBACK;
  }

  @AfterAll
  static void printTable() {
    TABLE.forEach(System.out::println);
  }
}
