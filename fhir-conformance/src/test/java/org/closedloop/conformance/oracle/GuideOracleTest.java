package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's validator over the project's profiles, on the guide's messages. */
@Tag("guide")
class GuideOracleTest {

  /** Faults of meaning, state and policy, which no profile tells. Everything else it refuses. */
  private static final Set<String> NOT_SEEN =
      Set.of(
          "021", "023", "037", "039", "041", "047", "049", "061", "063", "065", "067", "073", "075",
          "085", "089", "097", "099", "103", "107", "113", "115", "137", "143", "147", "149", "151",
          "155", "157");

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

  @Test
  void shouldRefuseFaultsOfProfile() throws IOException {
    Set<String> notSeen = new TreeSet<>();
    for (Path file : json(guide("negative")).toList()) {
      byte[] body = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      if (FhirReader.read(body) instanceof Reading.Readable && !name.startsWith("index")) {
        List<Finding> errors = errors(body);
        System.out.printf("%-45s %s%n", name, errors.stream().map(Finding::ruleId).toList());
        if (errors.isEmpty()) {
          notSeen.add(name.substring(0, 3));
        }
      }
    }
    assertThat(notSeen).isEqualTo(NOT_SEEN);
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
