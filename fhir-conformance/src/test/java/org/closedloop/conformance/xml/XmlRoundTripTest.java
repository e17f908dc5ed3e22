package org.closedloop.conformance.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message as JSON, written as XML by HAPI and read by us, is the same message. */
class XmlRoundTripTest {

  private static final Path USE_CASES = Path.of("..", "use-cases");
  private static final Gate GATE = new Gate(UseCaseCatalog.load(USE_CASES).all());

  static List<Path> examples() throws IOException {
    return jsonFiles(USE_CASES);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldReadOurExamplesAsTheirTwins(Path file) throws IOException {
    assertSameTree(Files.readAllBytes(file));
  }

  static List<Path> guide() throws IOException {
    return jsonFiles(Path.of(System.getenv("BSER_GUIDE"), "messages"));
  }

  @Tag("guide")
  @ParameterizedTest
  @MethodSource("guide")
  void shouldReadTheMessagesOfTheGuideAsTheirTwins(Path file) throws IOException {
    assertSameTree(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldTakeBothTwinsForTheSameContent(Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    Direction direction = file.endsWith("request.json") ? Direction.REQUEST : Direction.FEEDBACK;

    GateResult.Passed one = (GateResult.Passed) GATE.check(json, direction);
    GateResult.Passed other =
        (GateResult.Passed) GATE.check(XmlWriter.write(json), FhirFormat.XML, direction);

    MessageFacts facts = other.message().facts();
    assertThat(facts).isEqualTo(one.message().facts());
    assertThat(other.useCase()).isEqualTo(one.useCase());
    assertThat(FhirReader.read(other.message().bytes())).isInstanceOf(Reading.Readable.class);
  }

  @Test
  void shouldKeepEveryKindOfElement() {
    assertSameTree(
        """
        {"resourceType":"Patient","id":"p","meta":{"profile":["http://x.org/a","http://x.org/b"]},
         "language":"en","text":{"status":"generated","div":"\
        <div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p class=\\"a\\">1 &lt; 2 &amp; \\"q\\"<br/></p></div>"},
         "contained":[{"resourceType":"Organization","id":"o","name":"Org"}],
         "extension":[{"url":"http://x.org/e","extension":[{"url":"in","valueDecimal":1.50}]},
          {"url":"http://x.org/f","valueAddress":{"id":"a1","city":"X"}}],
         "active":true,
         "name":[{"id":"n1","family":"A","_family":{"extension":[{"url":"http://x.org/g",
          "valueString":"v"}]},"given":["B",null,"C"],"_given":[null,{"extension":[{
          "url":"http://x.org/h","valueCode":"masked"}]},{"id":"g3"}]},{"text":"second"}],
         "_birthDate":{"extension":[{"url":"http://x.org/i","valueDateTime":"2020-01-01"}]},
         "deceasedBoolean":false,"multipleBirthInteger":-2,
         "photo":[{"contentType":"text/plain","data":"YWJj","size":3}],
         "managingOrganization":{"reference":"#o"}}\
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSameTree(byte[] json) {
    byte[] xml = XmlWriter.write(json);
    assertThat(new String(xml, StandardCharsets.UTF_8)).startsWith("<");
    assertThat(tree(XmlReader.read(xml))).isEqualTo(tree(FhirReader.read(json)));
  }

  private static JsonNode tree(Reading reading) {
    return switch (reading) {
      case Reading.Readable readable -> readable.tree().root();
      case Reading.Unreadable(Refusal refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.toString().contains("examples") || !folder.equals(USE_CASES))
          .sorted()
          .toList();
    }
  }
}
