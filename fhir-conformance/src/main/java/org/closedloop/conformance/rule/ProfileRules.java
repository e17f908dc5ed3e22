package org.closedloop.conformance.rule;

import static org.closedloop.conformance.rule.Cardinality.MANY;

import java.util.List;
import org.closedloop.core.fhir.Fhir;

/**
 * What the guide's profiles demand beyond R4, as far as the hub cannot do without. The whole of the
 * profiles is the validator's business.
 */
final class ProfileRules {

  private ProfileRules() {}

  static List<Rule> all() {
    return List.of(
        exactlyOne("MessageHeader", "", "id"),
        exactlyOne("MessageHeader", "", "eventCoding"),
        new FixedCode("MessageHeader", "eventCoding", Fhir.EVENTS, Fhir.REFERRAL_EVENT),
        exactlyOne("MessageHeader", "", "destination"),
        exactlyOne("MessageHeader", "destination", "receiver"),
        exactlyOne("MessageHeader", "", "sender"),
        exactlyOne("MessageHeader", "", "focus"),
        new FixedCode("Task", "intent", null, "order"),
        exactlyOne("Task", "", "code"),
        new FixedCode("Task", "code", Fhir.TASK_CODES, "fulfill"),
        exactlyOne("Task", "", "focus"),
        exactlyOne("Task", "", "for"),
        exactlyOne("Task", "", "authoredOn"),
        exactlyOne("Task", "", "requester"),
        exactlyOne("Task", "", "owner"),
        exactlyOne("Task", "statusReason", "text"),
        exactlyOne("Task", "output", "valueReference"),
        new FixedCode("ServiceRequest", "intent", null, "order"),
        exactlyOne("ServiceRequest", "", "code"),
        exactlyOne("ServiceRequest", "", "requester"),
        new Cardinality("ServiceRequest", "", "performer", 0, 1),
        exactlyOne("ServiceRequest", "reasonCode", "text"),
        exactlyOne("Composition", "", "subject"),
        exactlyOne("Composition", "", "author"),
        new Cardinality("Composition", "", "section", 1, MANY),
        exactlyOne("Coverage", "", "relationship"),
        exactlyOne("Coverage", "", "payor"),
        exactlyOne("Consent", "", "category"),
        exactlyOne("Consent", "", "patient"),
        exactlyOne("Consent", "", "dateTime"),
        exactlyOne("Consent", "", "performer"),
        exactlyOne("Consent", "", "provision"),
        exactlyOne("Consent", "provision", "type"),
        new Cardinality("Patient", "", "identifier", 1, MANY),
        new Cardinality("Patient", "", "name", 1, MANY),
        exactlyOne("Patient", "", "gender"));
  }

  private static Cardinality exactlyOne(String type, String parent, String element) {
    return new Cardinality(type, parent, element, 1, 1);
  }
}
