package org.closedloop.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.xml.XmlWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate} over our own examples, whole and broken. */
class ValidateCommandTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path EXAMPLES = ROOT.resolve("use-cases/obesity/examples");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void enter() {
    System.setProperty("bser.root", ROOT.toString());
  }

  @AfterEach
  void leave() {
    System.clearProperty("bser.root");
  }

  @Test
  void shouldPassOurExamplesAndTellWhoseTheyAre() throws IOException {
    assertThat(validate(EXAMPLES.resolve("request.json"), EXAMPLES.resolve("feedback.json")))
        .isZero();
    assertThat(text(out))
        .contains("request.json: valid", "judged as sent by the initiator")
        .contains("feedback.json: valid", "judged as sent by the recipient")
        .contains("Every file is valid.");
  }

  @Test
  void shouldReadXmlWhateverTheFileIsCalled() throws IOException {
    byte[] xml = XmlWriter.write(Files.readAllBytes(EXAMPLES.resolve("request.json")));
    assertThat(validate(Files.write(folder.resolve("message"), xml))).isZero();
  }

  @Test
  void shouldTellPlaceRuleAndRemedy() throws IOException {
    assertThat(validate(broken())).isEqualTo(1);
    assertThat(text(out))
        .contains("broken.json: NOT VALID, 1 error")
        .contains("at Bundle.entry[1].resource.intent (Task)")
        .contains("[fixed-Task.intent]")
        .contains("Not every file is valid.");
  }

  @Test
  void shouldGiveProgramsOneJsonObjectAndPeopleTheRest() throws IOException {
    Path missing = folder.resolve("missing.json");
    assertThat(validate(EXAMPLES.resolve("request.json"), broken(), missing, Path.of("--json")))
        .isEqualTo(1);
    assertThat(text(out).lines()).hasSize(1);
    JsonNode result = new ObjectMapper().readTree(text(out));
    assertThat(names(result)).containsExactly("valid", "files");
    assertThat(result.get("valid").asBoolean()).isFalse();
    assertThat(result.at("/files/0/valid").asBoolean()).isTrue();
    JsonNode file = result.at("/files/1");
    assertThat(names(file)).containsExactly("file", "valid", "errors", "warnings", "issues");
    assertThat(file.get("errors").asInt()).isEqualTo(1);
    JsonNode issue = file.at("/issues/0");
    assertThat(names(issue)).containsExactly("severity", "rule", "expression", "text");
    assertThat(issue.get("severity").asText()).isEqualTo("error");
    assertThat(issue.get("rule").asText()).isEqualTo("fixed-Task.intent");
    assertThat(result.at("/files/2/issues/0/rule").asText()).isEqualTo("file-unreadable");
    assertThat(text(err)).contains("broken.json: NOT VALID");
  }

  @Test
  void shouldJudgeByTheSenderThatIsSaid() throws IOException {
    Path request = EXAMPLES.resolve("request.json");
    assertThat(validate(request, Path.of("--as"), Path.of("initiator"))).isZero();
    assertThat(validate(request, Path.of("--as"), Path.of("recipient"))).isEqualTo(1);
    assertThat(text(out)).contains("judged as sent by the recipient");
  }

  @Test
  void shouldRefuseAWrongCommandLine() throws IOException {
    assertThat(validate()).isEqualTo(2);
    assertThat(validate(Path.of("a.json"), Path.of("--as"))).isEqualTo(2);
    assertThat(validate(Path.of("a.json"), Path.of("--as"), Path.of("ops"))).isEqualTo(2);
    assertThat(validate(Path.of("a.json"), Path.of("--loud"))).isEqualTo(2);
    assertThat(text(err)).contains("./bser validate FILE");
    assertThat(text(out)).isEmpty();
  }

  private Path broken() throws IOException {
    String message = Files.readString(EXAMPLES.resolve("request.json"));
    String broken =
        message.replaceFirst(
            "(\"resourceType\"\\s*:\\s*\"Task\"[^\\x00]*?\"intent\"\\s*:\\s*)\"order\"",
            "$1\"plan\"");
    assertThat(broken).isNotEqualTo(message);
    return Files.writeString(folder.resolve("broken.json"), broken);
  }

  private int validate(Path... arguments) {
    List<String> args = new ArrayList<>(List.of("validate"));
    for (Path argument : arguments) {
      args.add(argument.toString());
    }
    return Main.run(args, print(out), print(err));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
