package org.closedloop.core.fhir.readable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arthritis",
        "diabetes-prevention",
        "early-childhood-nutrition",
        "hypertension",
        "obesity",
        "tobacco-use-cessation"
      })
  void saysWhoAndWhyOfEveryUseCase(String useCase) {
    for (String kind : new String[] {"request", "feedback"}) {
      Readable readable = Readable.of(read(useCase, kind));
      assertThat(readable.patient().name()).contains("Test");
      assertThat(readable.patient().birthDate()).matches("\\d{4}-\\d\\d-\\d\\d");
      assertThat(readable.patient().gender()).isIn("male", "female", "other", "unknown");
      assertThat(readable.patient().phones()).isNotEmpty();
      assertThat(readable.patient().address()).hasSizeGreaterThan(1);
      assertThat(readable.requester().organization()).isEqualTo("Lakeside Demo Hospital");
      assertThat(readable.requester().person()).isEqualTo("Ada Testdoctor-Gorse MD");
      assertThat(readable.program().organization()).isEqualTo("Riverbend Demo Wellness");
      assertThat(readable.reasons()).isNotEmpty();
      assertThat(readable.service()).isNotBlank();
      assertThat(readable.document().orElseThrow().title()).contains("eferral");
      assertThat(readable.sections()).noneMatch(Section::isEmpty);
    }
  }

  /** Nothing that the examples send in a section is left out: counted against the resources. */
  @ParameterizedTest
  @CsvSource({
    "arthritis, request, 4, 3",
    "arthritis, feedback, 0, 10",
    "early-childhood-nutrition, request, 7, 5",
    "early-childhood-nutrition, feedback, 2, 3",
    "hypertension, request, 4, 3",
    "hypertension, feedback, 4, 0",
    "tobacco-use-cessation, request, 0, 4",
    "tobacco-use-cessation, feedback, 3, 3",
  })
  void showsEveryEntry(String useCase, String kind, int measures, int answers) {
    Readable readable = Readable.of(read(useCase, kind));
    assertThat(readable.measures()).hasSize(measures);
    assertThat(readable.answers()).hasSize(answers);
  }

  @Test
  void readsABloodPressureOut() {
    Measure pressure = Readable.of(read("hypertension", "request")).measures().get(0);
    assertThat(pressure.label()).isEqualTo("Blood pressure");
    assertThat(pressure.text()).isEqualTo("154/96 mmHg");
    assertThat(pressure.code()).isEqualTo("85354-9");
    assertThat(pressure.date()).isEqualTo("2026-03-12");
    assertThat(pressure.amounts())
        .extracting(Measure.Amount::label, Measure.Amount::value, Measure.Amount::unit)
        .containsExactly(
            tuple("Systolic", new BigDecimal("154"), "mmHg"),
            tuple("Diastolic", new BigDecimal("96"), "mmHg"));
  }

  @Test
  void writesUnitsAsPeopleDo() {
    assertThat(Readable.of(read("hypertension", "feedback")).measures())
        .extracting(Measure::text)
        .containsExactly("131/82 mmHg", "172 cm", "28.6 kg/m²", "84.7 kg");
  }

  @Test
  void tellsTheMotherFromTheBaby() {
    assertThat(Readable.of(read("early-childhood-nutrition", "request")).measures())
        .extracting(Measure::label, Measure::text, Measure::about)
        .contains(
            tuple("Blood pressure of the baby", "84/51 mmHg", null),
            tuple("Blood pressure of the mother", "118/74 mmHg", "Noor Testparent-Cedar"));
  }

  @Test
  void saysAnswersInWords() {
    assertThat(Readable.of(read("tobacco-use-cessation", "feedback")).answers())
        .extracting(Answer::label, Answer::text)
        .contains(
            tuple("Negotiated date for cessation of smoking", "2026-05-01"),
            tuple("Type of cessation session", "Counseling by telephone, one person"));
    assertThat(Readable.of(read("arthritis", "feedback")).answers())
        .extracting(Answer::label, Answer::text)
        .contains(tuple("Pain management", "Yes"), tuple("Fatigue", "No"));
    assertThat(Readable.of(read("hypertension", "request")).answers())
        .extracting(Answer::label, Answer::text, Answer::date)
        .contains(
            tuple("Diagnosis of hypertension", "Essential hypertension, active", "2023-05-02"));
  }

  @Test
  void namesTheDrugBehindItsReference() {
    assertThat(Readable.of(read("tobacco-use-cessation", "feedback")).answers())
        .filteredOn(answer -> answer.label().equals("Medication"))
        .singleElement()
        .extracting(Answer::text)
        .asString()
        .contains("One patch a day, worn for 24 hours")
        .doesNotStartWith("One");
  }

  @Test
  void keepsTheWordsOfTheSummary() {
    Section summary = Readable.of(read("hypertension", "feedback")).sections().get(0);
    assertThat(summary.code()).isEqualTo("RSRFS");
    assertThat(summary.lines()).singleElement().asString().startsWith("The participant measured");
  }

  @Test
  void readsADocumentAlone() throws IOException {
    JsonNode message = JSON.readTree(read("hypertension", "feedback"));
    Readable readable = Readable.of(JSON.writeValueAsBytes(resource(message, "Bundle")));
    assertThat(readable.patient().name()).isEqualTo("Alex Testperson-Dogwood");
    assertThat(readable.program().organization()).isEqualTo("Riverbend Demo Wellness");
    assertThat(readable.measures()).hasSize(4);
    assertThat(readable.document().orElseThrow().date()).isEqualTo("2026-08-17T18:20:00Z");
  }

  @Test
  void marksWhatWasEnteredInError() throws IOException {
    ObjectNode message = (ObjectNode) JSON.readTree(read("hypertension", "feedback"));
    ObjectNode observation = resource(resource(message, "Bundle"), "Observation");
    observation.put("status", "entered-in-error");
    Readable readable = Readable.of(JSON.writeValueAsBytes(message));
    assertThat(readable.measures()).hasSize(3);
    assertThat(readable.answers()).extracting(Answer::text).containsExactly("entered in error");
  }

  @Test
  void saysNothingOfWhatIsNotThere() {
    Readable readable =
        Readable.of("{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(readable.patient()).isEqualTo(PatientCard.UNKNOWN);
    assertThat(readable.requester()).isEqualTo(ProviderCard.UNKNOWN);
    assertThat(readable.documents()).isEmpty();
    assertThatThrownBy(() -> Readable.of(new byte[] {'{'}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObjectNode resource(JsonNode bundle, String type) {
    for (JsonNode entry : bundle.get("entry")) {
      if (type.equals(entry.at("/resource/resourceType").asText())) {
        return (ObjectNode) entry.get("resource");
      }
    }
    throw new AssertionError("no " + type);
  }

  private static byte[] read(String useCase, String kind) {
    try {
      return Files.readAllBytes(Path.of("..", "use-cases", useCase, "examples", kind + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
