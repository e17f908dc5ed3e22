package org.closedloop.adapter.core.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.catalog.Item;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.fhir.FeedbackResult;

/** The boxes for one item of a use case's feedback list, and what becomes of what is typed. */
public sealed interface ResultField {

  /** Longest text of a result. */
  int TEXT_AT_MOST = 300;

  /** What of the list it is. */
  Item item();

  /** Its boxes. */
  List<Input> inputs();

  /** The result; empty when nothing was typed, or something wrong. */
  Optional<FeedbackResult> read(Typed typed);

  /** Units and ranges of plausible values, by code. */
  Map<String, Measured> MEASURES =
      Map.of(
          "8302-2", new Measured("cm", "cm", 20, 280),
          "29463-7", new Measured("kg", "kg", 1, 650),
          "39156-5", new Measured("kg/m2", "kg/m2", 5, 200),
          "298057009", new Measured("appointments", "{appointments}", 0, 999),
          "298058004", new Measured("appointments", "{appointments}", 0, 999),
          "228486009", new Measured("days", "d", 0, 36500));

  /** How something is measured. */
  record Measured(String unit, String ucum, int min, int max) {}

  /** The field of an item; empty for what a person cannot type in, or what another field brings. */
  static Optional<ResultField> of(Item item, UseCase useCase) {
    return switch (item.type()) {
      case "Observation" -> Optional.of(observation(item));
      case "Condition" -> Optional.of(new Tick(item));
      case "MedicationRequest" -> medication(useCase).map(drug -> new Medicine(item, drug));
      default -> Optional.empty();
    };
  }

  private static Optional<Item> medication(UseCase useCase) {
    return useCase.feedback().items().stream()
        .filter(item -> item.type().equals("Medication"))
        .findFirst();
  }

  private static ResultField observation(Item item) {
    String code = item.codes().isEmpty() ? "" : item.codes().get(0).code();
    if (item.profile().endsWith("blood-pressure")) {
      return new Pressure(item);
    }
    if (code.equals("390901002")) {
      return new Day(item);
    }
    Measured measured = MEASURES.get(code);
    return measured == null ? new Words(item) : new Amount(item, measured);
  }

  /** A number with a unit. */
  record Amount(Item item, Measured measured) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(
          Input.number(
              item.name(), item.display(), measured.unit(), measured.min(), measured.max()));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      return typed
          .number(inputs().get(0))
          .map(value -> new FeedbackResult.Amount(item, value, measured.unit(), measured.ucum()));
    }
  }

  /** Two numbers in mmHg. */
  record Pressure(Item item) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(
          Input.number(item.name() + "-systolic", item.display() + ", upper", "mmHg", 40, 300),
          Input.number(item.name() + "-diastolic", item.display() + ", lower", "mmHg", 20, 200));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      Optional<BigDecimal> upper = typed.number(inputs().get(0));
      Optional<BigDecimal> lower = typed.number(inputs().get(1));
      if (upper.isPresent() != lower.isPresent()) {
        Input missing = inputs().get(upper.isPresent() ? 1 : 0);
        typed.wrong(missing.name(), "A blood pressure has two numbers. Fill in this one too.");
        return Optional.empty();
      }
      if (upper.isPresent() && upper.get().compareTo(lower.orElseThrow()) <= 0) {
        typed.wrong(inputs().get(0).name(), "The upper number must be above the lower one.");
      }
      return upper.map(value -> new FeedbackResult.Pressure(item, value, lower.orElseThrow()));
    }
  }

  /** A day. */
  record Day(Item item) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(Input.of(item.name(), item.display(), "date", null, false));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      return typed.day(inputs().get(0)).map(day -> new FeedbackResult.Day(item, day));
    }
  }

  /** A few words. */
  record Words(Item item) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(Input.of(item.name(), item.display(), "text", null, false));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      String text = typed.limited(inputs().get(0), TEXT_AT_MOST);
      return text.isEmpty() ? Optional.empty() : Optional.of(new FeedbackResult.Words(item, text));
    }
  }

  /** Whether the person has a condition. */
  record Tick(Item item) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(Input.of(item.name(), item.display() + " was found", "checkbox", null, false));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      return typed.text(item.name()).isEmpty()
          ? Optional.empty()
          : Optional.of(new FeedbackResult.Present(item));
    }
  }

  /** A medication and how it is taken. */
  record Medicine(Item item, Item medication) implements ResultField {
    @Override
    public List<Input> inputs() {
      return List.of(
          Input.of(item.name(), medication.display(), "text", "Name and strength", false),
          Input.of(
              item.name() + "-dosage",
              "How it is taken",
              "text",
              "Such as: one patch a day",
              false));
    }

    @Override
    public Optional<FeedbackResult> read(Typed typed) {
      String name = typed.limited(inputs().get(0), TEXT_AT_MOST);
      String dosage = typed.limited(inputs().get(1), TEXT_AT_MOST);
      if (name.isEmpty() && !dosage.isEmpty()) {
        typed.wrong(inputs().get(0).name(), "Name the medication.");
      }
      if (!name.isEmpty() && dosage.isEmpty()) {
        typed.wrong(inputs().get(1).name(), "Say how it is taken.");
      }
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(new FeedbackResult.Medicine(item, medication, name, dosage));
    }
  }
}
