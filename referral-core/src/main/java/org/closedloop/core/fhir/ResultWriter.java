package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.closedloop.core.catalog.Code;
import org.closedloop.core.catalog.Item;

/** Writes what a person typed in as the resources that the use case's profiles ask for. */
final class ResultWriter {

  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String LOINC = "http://loinc.org";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String VITAL = "vital-signs";

  private final FeedbackContent content;
  private final String patient;
  private final String author;

  /**
   * @param patient reference of the patient
   * @param author reference of who found it
   */
  ResultWriter(FeedbackContent content, String patient, String author) {
    this.content = content;
    this.patient = patient;
    this.author = author;
  }

  /** The resources of one result, each with its id; the last one is what the section names. */
  List<ObjectNode> write(FeedbackResult result) {
    return switch (result) {
      case FeedbackResult.Amount amount -> List.of(amount(amount));
      case FeedbackResult.Pressure pressure -> List.of(pressure(pressure));
      case FeedbackResult.Day day ->
          List.of(observation(day.item()).put("valueDateTime", day.value().toString()));
      case FeedbackResult.Words words -> List.of(words(words));
      case FeedbackResult.Present present -> List.of(condition(present.item()));
      case FeedbackResult.Medicine medicine -> medicine(medicine);
    };
  }

  private ObjectNode amount(FeedbackResult.Amount amount) {
    ObjectNode made = observation(amount.item());
    quantity(made, amount.value(), amount.unit(), amount.ucum());
    return made;
  }

  private ObjectNode words(FeedbackResult.Words words) {
    ObjectNode made = observation(words.item());
    made.putObject("valueCodeableConcept").put("text", words.text());
    return made;
  }

  private ObjectNode pressure(FeedbackResult.Pressure pressure) {
    ObjectNode made = observation(pressure.item());
    component(made, "8480-6", "Systolic blood pressure", pressure.systolic());
    component(made, "8462-4", "Diastolic blood pressure", pressure.diastolic());
    return made;
  }

  private static void component(ObjectNode made, String code, String display, BigDecimal value) {
    ObjectNode part = made.withArrayProperty("component").addObject();
    coding(part.putObject("code"), LOINC, code, display);
    quantity(part, value, "mmHg", "mm[Hg]");
  }

  private static void quantity(ObjectNode made, BigDecimal value, String unit, String ucum) {
    made.putObject("valueQuantity")
        .put("value", value)
        .put("unit", unit)
        .put("system", UCUM)
        .put("code", ucum);
  }

  private ObjectNode observation(Item item) {
    ObjectNode made = resource("Observation", item).put("status", "final");
    String category = category(item.profile());
    coding(made.putArray("category").addObject(), CATEGORY, category, null);
    concept(made.putObject("code"), item);
    made.putObject("subject").put("reference", patient);
    made.put("effectiveDateTime", content.seenOn().toString());
    made.putArray("performer").addObject().put("reference", author);
    return made;
  }

  private static String category(String profile) {
    if (profile.endsWith("us-core-observation-social-history")) {
      return "social-history";
    }
    return profile.endsWith("bser-referral-observation") ? "therapy" : VITAL;
  }

  private ObjectNode condition(Item item) {
    ObjectNode made = resource("Condition", item);
    coding(
        made.putObject("clinicalStatus"),
        "http://terminology.hl7.org/CodeSystem/condition-clinical",
        "active",
        null);
    coding(
        made.putObject("verificationStatus"),
        "http://terminology.hl7.org/CodeSystem/condition-ver-status",
        "confirmed",
        null);
    coding(
        made.putArray("category").addObject(),
        "http://terminology.hl7.org/CodeSystem/condition-category",
        "problem-list-item",
        null);
    concept(made.putObject("code"), item);
    made.putObject("subject").put("reference", patient);
    return made.put("recordedDate", content.seenOn().toString());
  }

  private List<ObjectNode> medicine(FeedbackResult.Medicine medicine) {
    ObjectNode drug = resource("Medication", medicine.medication()).put("status", "active");
    drug.putObject("code").put("text", medicine.name());
    ObjectNode order =
        resource("MedicationRequest", medicine.item())
            .put("status", "active")
            .put("intent", "plan")
            .put("reportedBoolean", false);
    order.putObject("medicationReference").put("reference", url(drug));
    order.putObject("subject").put("reference", patient);
    order.put("authoredOn", content.seenOn().toString());
    order.putObject("requester").put("reference", author);
    order.putArray("dosageInstruction").addObject().put("text", medicine.dosage());
    return List.of(drug, order);
  }

  private ObjectNode resource(String type, Item item) {
    ObjectNode made = JsonNodeFactory.instance.objectNode().put("resourceType", type);
    made.put("id", HubIds.derived(content.messageId(), item.name()));
    made.putObject("meta").putArray("profile").add(item.profile());
    return made;
  }

  /** The first code of an item is the one its examples send. */
  private static void concept(ObjectNode into, Item item) {
    if (!item.codes().isEmpty()) {
      Code code = item.codes().get(0);
      coding(into, code.system(), code.code(), code.display());
    }
    into.put("text", item.display());
  }

  static void coding(ObjectNode into, String system, String code, String display) {
    ObjectNode coding = into.putArray("coding").addObject().put("system", system).put("code", code);
    if (display != null) {
      coding.put("display", display);
    }
  }

  static String url(ObjectNode resource) {
    return "urn:uuid:" + resource.get("id").asText();
  }
}
