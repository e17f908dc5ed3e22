package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's validator over the project's profiles, on our own messages. */
class OracleTest {

  private static final Path USE_CASES = Path.of("..", "use-cases");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(USE_CASES)) {
      return files
          .filter(file -> file.getParent().endsWith("examples"))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldAcceptOurOwnExamples(Path file) throws IOException {
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "gender": "female",      |                          | hapi-Validation_VAL_Profile_Minimum
          "intent": "order"        | "intent": "plan"         | hapi-_DT_Fixed_Wrong
          "code": "PLAC"           | "code": "CANARY"         | hapi-Validation_VAL_Profile_Minimum_SLICE
          "code": "2106-3"         | "code": "CANARY"         | hapi-Terminology_TX_NoValid_12
          "valueCode": "F"         | "valueCode": "CANARY"    | hapi-Terminology_TX_NoValid_16
          "code": "Employed"       | "code": "CANARY"         | hapi-Terminology_TX_NoValid_1_CC
          "code": "mm[Hg]"         | "code": "CANARY"         | hapi-_DT_Fixed_Wrong
          "code": "kg"             | "code": "CANARY"         | hapi-Terminology_TX_NoValid_16
          "code": "39156-5"        | "code": "CANARY"         | hapi-TYPE_CHECKS_PATTERN_CC
          us/core/StructureDefinition/us-core-birthsex | StructureDefinition/data-absent-reason | hapi-us-core-6
          """)
  void shouldSeeFaultsOfProfileAndNeverQuote(String sound, String faulty, String rule)
      throws IOException {
    String message = Files.readString(USE_CASES.resolve("obesity/examples/request.json"));
    assertThat(message).contains(sound);
    List<Finding> errors = errors(message.replace(sound, faulty == null ? "" : faulty));
    assertThat(errors).extracting(Finding::ruleId).contains(rule);
    assertThat(errors.toString()).doesNotContain("CANARY");
  }

  @Test
  void shouldNameElementsInFhirPath() throws IOException {
    String message = Files.readString(USE_CASES.resolve("obesity/examples/request.json"));
    assertThat(errors(message.replace("\"code\": \"I12\"", "\"code\": \"I13\"")))
        .extracting(Finding::expression)
        .contains("Bundle.entry[0].resource.event.ofType(Coding).code");
  }

  private static List<Finding> errors(String message) {
    return HapiValidator.own().check(message.getBytes(StandardCharsets.UTF_8)).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }
}
