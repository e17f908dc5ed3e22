package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's validator over the project's profiles, on the guide's messages. */
@Tag("guide")
class GuideOracleTest {

  /** One of so many faulty messages is tried: HAPI takes a tenth of a second for each. */
  private static final int STEP = Integer.getInteger("step", 8);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Gate GATE = new Gate(UseCaseCatalog.load(Path.of("..", "use-cases")).all());

  private static Path guide(String folder) {
    return Path.of(System.getenv("BSER_GUIDE")).resolve(folder);
  }

  static Stream<Path> messages() throws IOException {
    return Stream.concat(json(guide("messages")), json(guide("messages/variants")));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shouldAcceptTheValidMessages(Path file) throws IOException {
    assertThat(errors(Files.readAllBytes(file))).isEmpty();
  }

  static Stream<JsonNode> faults() throws IOException {
    JsonNode index = JSON.readTree(guide("negative").resolve("index.json").toFile());
    List<JsonNode> readable = new ArrayList<>();
    for (JsonNode fault : index.get("cases")) {
      if (FhirReader.read(body(fault)) instanceof Reading.Readable) {
        readable.add(fault);
      }
    }
    return IntStream.range(0, readable.size()).filter(i -> i % STEP == 0).mapToObj(readable::get);
  }

  /** HAPI sees nothing of meaning, state and policy; what it sees, the gate sees too. */
  @ParameterizedTest
  @MethodSource("faults")
  void shouldTakeNothingThatHapiRefuses(JsonNode fault) throws IOException {
    boolean request = fault.get("base").asText().startsWith("request");
    GateResult result = GATE.check(body(fault), request ? Direction.REQUEST : Direction.FEEDBACK);
    boolean seen = !errors(body(fault)).isEmpty();
    assertThat(result instanceof GateResult.Refused || !seen).isTrue();
  }

  private static byte[] body(JsonNode fault) throws IOException {
    return Files.readAllBytes(guide("negative").resolve(fault.get("file").asText()));
  }

  private static List<Finding> errors(byte[] message) {
    return HapiValidator.own().check(message).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static Stream<Path> json(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    }
  }
}
