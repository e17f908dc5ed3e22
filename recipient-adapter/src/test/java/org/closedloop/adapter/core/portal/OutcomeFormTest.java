package org.closedloop.adapter.core.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.fhir.FeedbackContent;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.readable.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeFormTest {

  private static final Path FOLDER = Path.of("../use-cases");
  private static final UseCaseCatalog CATALOG = UseCaseCatalog.load(FOLDER);
  private static final Gate GATE = new Gate(CATALOG.all());
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final String ID = "5f2f7a3e-3c1c-4f3e-9a55-0f9a2f6f2d11";

  static List<UseCase> useCases() {
    return CATALOG.all();
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void whatIsTypedIntoEveryBoxBecomesAMessageThatTheGatePasses(UseCase useCase) {
    Map<String, String> values = filledIn(useCase);
    DeedForm form = DeedForm.of(Deed.OUTCOME, useCase);
    byte[] message = message(useCase, form, new Typed(values));

    assertThat(GATE.check(message, Direction.FEEDBACK))
        .isInstanceOfSatisfying(
            GateResult.Passed.class,
            passed -> assertThat(passed.useCase().name()).isEqualTo(useCase.name()));
    byte[] filtered = MinimumNecessary.feedback(message, useCase).bytes();
    Readable shown = Readable.of(filtered);
    assertThat(shown.measures().size() + shown.answers().size())
        .isGreaterThanOrEqualTo(form.results().size());
    assertThat(shown.sections().get(0).lines()).containsExactly("Came six times & lost <weight>.");
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void aSummaryAloneIsAnOutcomeToo(UseCase useCase) {
    DeedForm form = DeedForm.of(Deed.OUTCOME, useCase);
    Typed typed = new Typed(Map.of("seen-on", "2026-11-19", "summary", "Did not want to go on."));

    assertThat(GATE.check(message(useCase, form, typed), Direction.FEEDBACK))
        .isInstanceOf(GateResult.Passed.class);
  }

  @Test
  void aMistakeIsNamedAtItsBox() {
    UseCase hypertension = CATALOG.find("hypertension").orElseThrow();
    DeedForm form = DeedForm.of(Deed.OUTCOME, hypertension);
    Typed typed =
        new Typed(
            Map.of(
                "blood-pressure-systolic", "120",
                "body-weight", "heavy",
                "body-height", "3",
                "seen-on", "2026-12-24"));
    form.summary(typed);
    form.seenOn(typed, TODAY);
    form.results(typed);

    assertThat(typed.mistakes())
        .containsOnlyKeys(
            "summary", "seen-on", "blood-pressure-diastolic", "body-weight", "body-height");
  }

  @Test
  void theUpperPressureIsTheHigherOne() {
    UseCase hypertension = CATALOG.find("hypertension").orElseThrow();
    Typed typed =
        new Typed(Map.of("blood-pressure-systolic", "80", "blood-pressure-diastolic", "120"));
    DeedForm.of(Deed.OUTCOME, hypertension).results(typed);

    assertThat(typed.mistakes()).containsOnlyKeys("blood-pressure-systolic");
  }

  private static byte[] message(UseCase useCase, DeedForm form, Typed typed) {
    FeedbackContent content =
        new FeedbackContent(
            ID, NOW, useCase, form.seenOn(typed, TODAY), form.summary(typed), form.results(typed));
    assertThat(typed.mistakes()).isEmpty();
    byte[] got = MinimumNecessary.request(request(useCase), useCase).bytes();
    return HubMessages.feedback(got, content);
  }

  private static Map<String, String> filledIn(UseCase useCase) {
    Map<String, String> values = new HashMap<>();
    values.put("summary", "Came six times & lost <weight>.");
    values.put("seen-on", "2026-11-19");
    for (Input input : DeedForm.of(Deed.OUTCOME, useCase).all()) {
      values.putIfAbsent(input.name(), value(input));
    }
    return values;
  }

  private static String value(Input input) {
    if (input.isNumber()) {
      return input.name().endsWith("diastolic") ? "81" : "" + (Integer.parseInt(input.min()) + 110);
    }
    return input.type().equals("date") ? "2026-11-01" : "Better than before";
  }

  private static byte[] request(UseCase useCase) {
    try {
      return Files.readAllBytes(FOLDER.resolve(useCase.name()).resolve("examples/request.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
