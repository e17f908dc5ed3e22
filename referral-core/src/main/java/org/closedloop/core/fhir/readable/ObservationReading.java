package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.readable.Measure.Amount;

/** An Observation: a measure when it has numbers, else an answer. */
final class ObservationReading {

  private static final String LOINC = "http://loinc.org";
  private static final String SYSTOLIC = "8480-6";
  private static final String DIASTOLIC = "8462-4";

  private final JsonNode observation;
  private final String about;

  /**
   * Reads one.
   *
   * @param about the person when it is not the patient, else null
   */
  ObservationReading(JsonNode observation, String about) {
    this.observation = observation;
    this.about = about;
  }

  /** As a measure; empty when it holds no number, or one that is not to be relied on. */
  Optional<Measure> measure() {
    List<Amount> amounts = new ArrayList<>();
    amount(observation).ifPresent(amounts::add);
    components().forEach(component -> amount(component).ifPresent(amounts::add));
    return amounts.isEmpty() || inError()
        ? Optional.empty()
        : Optional.of(new Measure(label(), text(), code(), date(), about, List.copyOf(amounts)));
  }

  /** As an answer; empty when there is nothing to show. */
  Optional<Answer> answer() {
    String text = inError() ? "entered in error" : text();
    return text == null || text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(label(), text, code(), date(), about));
  }

  private boolean inError() {
    String status = Nodes.text(observation, "status");
    return "entered-in-error".equals(status) || "cancelled".equals(status);
  }

  private List<JsonNode> components() {
    return Nodes.list(observation, "component");
  }

  private String label() {
    return Texts.first(Texts.concept(Nodes.at(observation, "code")), "Observation");
  }

  private String code() {
    return Texts.code(Nodes.at(observation, "code"));
  }

  private String date() {
    return Texts.first(
        Nodes.text(observation, "effectiveDateTime"),
        Nodes.text(observation, "effectiveInstant"),
        Nodes.text(Nodes.at(observation, "effectivePeriod"), "start"));
  }

  private String text() {
    String whole = Values.text(observation);
    if (components().isEmpty()) {
      return whole;
    }
    String pressure = bloodPressure();
    String parts =
        pressure != null
            ? pressure
            : components().stream()
                .filter(component -> Values.text(component) != null)
                .map(component -> partLabel(component) + " " + Values.text(component))
                .collect(Collectors.joining("; "));
    return whole == null ? parts : whole + "; " + parts;
  }

  /** Both pressures as one reads them out, null when this is none or one is missing. */
  private String bloodPressure() {
    Optional<JsonNode> systolic = component(SYSTOLIC);
    Optional<JsonNode> diastolic = component(DIASTOLIC);
    if (components().size() != 2 || systolic.isEmpty() || diastolic.isEmpty()) {
      return null;
    }
    Optional<Amount> high = amount(systolic.get());
    Optional<Amount> low = amount(diastolic.get());
    if (high.isEmpty() || low.isEmpty() || !high.get().unit().equals(low.get().unit())) {
      return null;
    }
    return number(high.get()) + "/" + number(low.get()) + " " + low.get().unit();
  }

  private static String number(Amount amount) {
    return amount.value().toPlainString();
  }

  private Optional<JsonNode> component(String code) {
    return components().stream()
        .filter(component -> Nodes.hasCoding(Nodes.at(component, "code"), LOINC, code))
        .findFirst();
  }

  private Optional<Amount> amount(JsonNode owner) {
    JsonNode quantity = Nodes.at(owner, "valueQuantity");
    JsonNode number = quantity.isMissingNode() ? Nodes.at(owner, "valueInteger") : quantity;
    JsonNode value = quantity.isMissingNode() ? number : Nodes.at(quantity, "value");
    return value.isNumber()
        ? Optional.of(new Amount(partLabel(owner), value.decimalValue(), Texts.unit(number)))
        : Optional.empty();
  }

  private String partLabel(JsonNode owner) {
    JsonNode code = Nodes.at(owner, "code");
    if (Nodes.hasCoding(code, LOINC, SYSTOLIC)) {
      return "Systolic";
    }
    if (Nodes.hasCoding(code, LOINC, DIASTOLIC)) {
      return "Diastolic";
    }
    return Texts.first(Texts.concept(code), label());
  }
}
