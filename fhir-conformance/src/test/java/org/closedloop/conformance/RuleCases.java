package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** For every rule a message that breaks this rule and no other. */
final class RuleCases {

  static final String NEW_ID = "3a1f6a52-53f1-4a3e-8d0b-8a0a4b9a7c11";
  static final String NEW_URL = "urn:uuid:" + NEW_ID;
  private static final String ARTHRITIS = "arthritis";

  /**
   * @param ruleId the rule
   * @param direction who sends it
   * @param expression end of the FHIRPath the finding names
   * @param message the broken message
   */
  record Case(String ruleId, Direction direction, String expression, MessageEdit message) {

    @Override
    public String toString() {
      return ruleId + " at " + expression;
    }
  }

  private final List<Case> cases = new ArrayList<>();

  static List<Case> all() {
    RuleCases cases = new RuleCases();
    cases.envelope();
    cases.header();
    cases.task();
    cases.serviceRequest();
    cases.documents();
    cases.consentAndCoverage();
    cases.people();
    return cases.cases;
  }

  private void request(String ruleId, String expression, Consumer<MessageEdit> fault) {
    add(ruleId, Direction.REQUEST, expression, MessageEdit.request(ARTHRITIS), fault);
  }

  private void feedback(String ruleId, String expression, Consumer<MessageEdit> fault) {
    add(ruleId, Direction.FEEDBACK, expression, MessageEdit.feedback(ARTHRITIS), fault);
  }

  private void add(
      String ruleId,
      Direction direction,
      String expression,
      MessageEdit message,
      Consumer<MessageEdit> fault) {
    fault.accept(message);
    cases.add(new Case(ruleId, direction, expression, message));
  }

  private void envelope() {
    request("header-first", "entry[0].resource", m -> m.entries().add(m.entries().remove(0)));
    request("header-single", ".resource", m -> m.addCopy("MessageHeader", NEW_ID));
    request(
        "fullurl-present",
        ".fullUrl",
        m -> {
          m.addCopy("Organization", NEW_ID);
          ((ObjectNode) m.entries().get(m.entries().size() - 1)).remove("fullUrl");
        });
    request(
        "fullurl-unique",
        ".fullUrl",
        m -> {
          m.addCopy("Organization", NEW_ID);
          m.addCopy("Organization", NEW_ID).put("id", "other");
        });
    request(
        "entry-plain",
        "entry[3].request",
        m ->
            ((ObjectNode) m.entries().get(3))
                .set("request", MessageEdit.json("{\"method\":\"DELETE\",\"url\":\"Patient/1\"}")));
    request(
        "nested-bundles",
        "resource.type",
        m -> m.add(NEW_ID, "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"));
    request("document-shape", "resource.timestamp", m -> m.document().remove("timestamp"));
    request(
        "references-resolve",
        "managingOrganization.reference",
        m -> m.resource("Patient").set("managingOrganization", MessageEdit.reference(NEW_URL)));
    request(
        "reference-target",
        "managingOrganization.reference",
        m ->
            m.resource("Patient")
                .set("managingOrganization", MessageEdit.reference(m.url("Patient"))));
    request(
        "implicit-rules",
        "entry[1].resource.implicitRules",
        m -> m.task().put("implicitRules", "http://example.org/rules"));
    request(
        "modifier-extension",
        "resource.modifierExtension",
        m ->
            m.task()
                .set(
                    "modifierExtension",
                    MessageEdit.json(
                        "[{\"url\":\"http://example.org/x\",\"valueBoolean\":true}]")));
    request(
        "narrative-safe",
        "resource.text.div",
        m ->
            m.resource("Patient")
                .set(
                    "text",
                    MessageEdit.json(
                        "{\"status\":\"generated\",\"div\":\"<div"
                            + " xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></div>\"}")));
  }

  private void header() {
    removed("MessageHeader", "id");
    request(
        "profile-MessageHeader.eventCoding",
        "eventCoding",
        m -> {
          m.header().remove("eventCoding");
          m.header().put("eventUri", "http://example.org/event");
        });
    request(
        "fixed-MessageHeader.eventCoding",
        "eventCoding",
        m -> ((ObjectNode) m.header().get("eventCoding")).put("code", "I13"));
    doubled("MessageHeader", "destination");
    request(
        "profile-MessageHeader.destination.receiver",
        "destination[0].receiver",
        m -> ((ObjectNode) m.header().at("/destination/0")).remove("receiver"));
    removed("MessageHeader", "sender");
    removed("MessageHeader", "focus");
    request(
        "reference-MessageHeader.focus",
        "focus[0].reference",
        m -> ((ObjectNode) m.header().at("/focus/0")).put("reference", m.url("ServiceRequest")));
    request(
        "reference-MessageHeader.sender",
        "sender.reference",
        m ->
            m.header()
                .set("sender", m.entries().get(role(m, "requester")).at("/resource/organization")));
    request(
        "reference-MessageHeader.destination.receiver",
        "receiver.reference",
        m ->
            ((ObjectNode) m.header().at("/destination/0"))
                .set("receiver", m.entries().get(role(m, "owner")).at("/resource/organization")));
    request(
        "sender-and-receiver",
        "resource.sender",
        m -> m.header().set("sender", m.task().get("owner")));
    request(
        "party-npi",
        "resource.sender",
        m ->
            ((ObjectNode) m.entries().get(role(m, "requester")).get("resource"))
                .remove("organization"));
    feedback(
        "response-error",
        "response.code",
        m -> ((ObjectNode) m.header().get("response")).put("code", "fatal-error"));
  }

  /** Position of the entry a reference of the Task leads to. */
  private static int role(MessageEdit m, String element) {
    String url = m.task().get(element).get("reference").asText();
    for (int i = 0; i < m.entries().size(); i++) {
      if (url.equals(m.entries().get(i).get("fullUrl").asText())) {
        return i;
      }
    }
    throw new AssertionError("the example lacks " + element);
  }

  private void task() {
    request("fixed-Task.intent", "intent", m -> m.task().put("intent", "plan"));
    removed("Task", "code");
    request(
        "fixed-Task.code", "code", m -> MessageEdit.coding(m.task(), "code").put("code", "abort"));
    removed("Task", "focus");
    removed("Task", "for");
    removed("Task", "authoredOn");
    removed("Task", "requester");
    removed("Task", "owner");
    request(
        "profile-Task.statusReason.text",
        "statusReason.text",
        m -> m.task().set("statusReason", MessageEdit.json("{\"coding\":[{\"code\":\"x\"}]}")));
    feedback(
        "profile-Task.output.valueReference",
        "output[1].valueReference",
        m ->
            ((ArrayNode) m.task().get("output"))
                .add(MessageEdit.json("{\"type\":{\"text\":\"x\"},\"valueString\":\"done\"}")));
    feedback(
        "output-is-document",
        "output[1].valueReference",
        m -> {
          ObjectNode output = ((ArrayNode) m.task().get("output")).addObject();
          output.putObject("type").put("text", "x");
          output.set("valueReference", MessageEdit.reference(m.url("Patient")));
        });
    feedback("completed-has-output", "output", m -> m.task().remove("output"));
    wrongTarget("Task", "focus", "Patient");
    wrongTarget("Task", "for", "RelatedPerson");
    wrongTarget("Task", "requester", "Practitioner");
    wrongTarget("Task", "owner", "Practitioner");
    request(
        "task-numbers",
        "identifier[1]",
        m -> ((ArrayNode) m.task().get("identifier")).add(m.task().at("/identifier/0").deepCopy()));
    request(
        "task-not-part-of-itself",
        "partOf[0]",
        m -> m.task().putArray("partOf").add(MessageEdit.reference(m.url("Task"))));
    request("status-pair", "businessStatus", m -> m.status("requested", "4.0"));
    request("request-status", "status", m -> m.status("accepted", "3.0"));
  }

  private void serviceRequest() {
    request("fixed-ServiceRequest.intent", "intent", m -> m.serviceRequest().put("intent", "plan"));
    removed("ServiceRequest", "code");
    removed("ServiceRequest", "requester");
    doubled("ServiceRequest", "performer");
    request(
        "profile-ServiceRequest.reasonCode.text",
        "reasonCode[0].text",
        m -> ((ObjectNode) m.serviceRequest().at("/reasonCode/0")).remove("text"));
    request(
        "reference-ServiceRequest.subject",
        "subject",
        m -> m.serviceRequest().set("subject", MessageEdit.json("{\"display\":\"x\"}")));
    wrongTarget("ServiceRequest", "requester", "Practitioner");
    request(
        "reference-ServiceRequest.performer",
        "performer[0].reference",
        m ->
            ((ObjectNode) m.serviceRequest().at("/performer/0"))
                .put("reference", m.url("Practitioner")));
    request(
        "request-parties",
        "performer[0]",
        m -> ((ArrayNode) m.serviceRequest().get("performer")).set(0, m.task().get("requester")));
    request(
        "service-request-numbers",
        "identifier[0].value",
        m -> ((ObjectNode) m.serviceRequest().at("/identifier/0")).remove("value"));
    request("do-not-perform", "doNotPerform", m -> m.serviceRequest().put("doNotPerform", true));
    request("request-active", "status", m -> m.serviceRequest().put("status", "revoked"));
    request(
        "use-case-known",
        "reasonCode",
        m ->
            ((ObjectNode) m.serviceRequest().at("/reasonCode/0/coding/0"))
                .put("code", "161891005"));
  }

  private void documents() {
    request(
        "profile-Composition.subject", "resource.subject", m -> m.composition().remove("subject"));
    request(
        "profile-Composition.author",
        "resource.author",
        m -> ((ArrayNode) m.composition().get("author")).add(m.composition().at("/author/0")));
    request(
        "profile-Composition.section", "resource.section", m -> m.composition().remove("section"));
    request(
        "reference-Composition.subject",
        "resource.subject",
        m -> m.composition().set("subject", MessageEdit.json("{\"display\":\"x\"}")));
    request(
        "reference-Composition.author",
        "author[0].reference",
        m ->
            ((ObjectNode) m.composition().at("/author/0")).put("reference", m.url("Practitioner")));
    request(
        "section-content",
        "section[0]",
        m -> ((ObjectNode) m.composition().at("/section/0")).remove(List.of("entry", "text")));
    request(
        "section-code",
        "section[0].code",
        m -> ((ObjectNode) m.composition().at("/section/0")).remove("code"));
    feedback(
        "feedback-summary",
        "section[0].focus",
        m -> ((ObjectNode) m.composition().at("/section/0")).remove("focus"));
    feedback(
        "therapy-category",
        "resource.category",
        m -> m.inDocument("Observation").remove("category"));
    request(
        "request-document",
        "resource.supportingInfo",
        m -> {
          ArrayNode info = (ArrayNode) m.serviceRequest().get("supportingInfo");
          for (int i = info.size() - 1; i >= 0; i--) {
            if (info.get(i).get("reference").asText().equals(m.url("Bundle"))) {
              info.remove(i);
            }
          }
        });
  }

  private void consentAndCoverage() {
    removed("Coverage", "relationship");
    doubled("Coverage", "payor");
    logical("Coverage", "beneficiary");
    doubled("Consent", "category");
    removed("Consent", "patient");
    removed("Consent", "dateTime");
    doubled("Consent", "performer");
    removed("Consent", "provision");
    request(
        "profile-Consent.provision.type",
        "provision.type",
        m -> ((ObjectNode) m.resource("Consent").get("provision")).remove("type"));
    logical("Consent", "patient");
    request(
        "reference-Consent.performer",
        "performer[0].reference",
        m ->
            ((ObjectNode) m.resource("Consent").at("/performer/0"))
                .put("reference", m.url("Practitioner")));
    request(
        "consent-present",
        "resource.supportingInfo",
        m -> {
          ArrayNode info = (ArrayNode) m.serviceRequest().get("supportingInfo");
          for (int i = info.size() - 1; i >= 0; i--) {
            if (info.get(i).get("reference").asText().equals(m.url("Consent"))) {
              info.remove(i);
            }
          }
        });
    request("consent-active", "status", m -> m.resource("Consent").put("status", "inactive"));
    request(
        "consent-permits",
        "provision.type",
        m -> ((ObjectNode) m.resource("Consent").get("provision")).put("type", "deny"));
    request(
        "consent-in-period",
        "provision.period",
        m ->
            ((ObjectNode) m.resource("Consent").get("provision"))
                .putObject("period")
                .put("start", "2018")
                .put("end", "2019-01"));
  }

  private void people() {
    removed("Patient", "identifier");
    removed("Patient", "name");
    removed("Patient", "gender");
    request(
        "one-patient",
        "subject",
        m -> {
          m.addCopy("Patient", NEW_ID)
              .set(
                  "identifier",
                  MessageEdit.json("[{\"system\":\"http://x.org\",\"value\":\"9\"}]"));
          m.inDocument("Observation").set("subject", MessageEdit.reference(NEW_URL));
        });
    request(
        "patient-copies",
        "resource",
        m ->
            m.inDocument("Patient")
                .put("birthDate", "1901-01-01")
                .set(
                    "identifier",
                    MessageEdit.json("[{\"system\":\"http://x.org\",\"value\":\"9\"}]")));
  }

  private void removed(String type, String element) {
    request("profile-" + type + "." + element, element, m -> m.resource(type).remove(element));
  }

  private void doubled(String type, String element) {
    request(
        "profile-" + type + "." + element,
        element,
        m -> {
          ArrayNode array = (ArrayNode) m.resource(type).get(element);
          array.add(array.get(0).deepCopy());
        });
  }

  private void logical(String type, String element) {
    request(
        "reference-" + type + "." + element,
        element,
        m -> m.resource(type).set(element, MessageEdit.json("{\"display\":\"somebody\"}")));
  }

  private void wrongTarget(String type, String element, String target) {
    request(
        "reference-" + type + "." + element,
        element + ".reference",
        m -> m.resource(type).set(element, MessageEdit.reference(m.url(target))));
  }
}
