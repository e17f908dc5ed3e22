package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Faults the profiles forbid, and nobody else. */
final class ProfileCases extends RuleCases {

  /** Claimed by what is no such thing. */
  private static final String BLOOD_PRESSURE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-blood-pressure";

  @Override
  void collect() {
    header();
    task();
    serviceRequest();
    documents();
    consentAndCoverage();
    people();
    extensions();
  }

  private void header() {
    request(
        "type-MessageHeader.event[x]",
        "event.ofType(uri)",
        m -> {
          m.header().remove("eventCoding");
          m.header().put("eventUri", "http://example.org/event");
        });
    request(
        "fixed-MessageHeader.event[x]",
        "event.ofType(Coding)",
        m -> ((ObjectNode) m.header().get("eventCoding")).put("code", "I13"));
    doubled("MessageHeader", "destination");
    request(
        "profile-MessageHeader.destination.receiver",
        "destination[0].receiver",
        m -> ((ObjectNode) m.header().at("/destination/0")).remove("receiver"));
    removed("MessageHeader", "sender");
    removed("MessageHeader", "focus");
    doubled("MessageHeader", "focus");
  }

  private void task() {
    request("fixed-Task.intent", "intent", m -> m.task().put("intent", "plan"));
    removed("Task", "code");
    request(
        "fixed-Task.code", "code", m -> MessageEdit.coding(m.task(), "code").put("code", "abort"));
    for (String element : List.of("focus", "for", "authoredOn", "requester", "owner")) {
      removed("Task", element);
    }
    request(
        "profile-Task.statusReason.text",
        "statusReason.text",
        m -> m.task().set("statusReason", MessageEdit.json("{\"coding\":[{\"code\":\"x\"}]}")));
    feedback(
        "type-Task.output.value[x]",
        "output[1].value.ofType(string)",
        m ->
            ((ArrayNode) m.task().get("output"))
                .add(MessageEdit.json("{\"type\":{\"text\":\"x\"},\"valueString\":\"done\"}")));
  }

  private void serviceRequest() {
    request("fixed-ServiceRequest.intent", "intent", m -> m.serviceRequest().put("intent", "plan"));
    removed("ServiceRequest", "code");
    removed("ServiceRequest", "category");
    removed("ServiceRequest", "requester");
    doubled("ServiceRequest", "performer");
    request(
        "profile-ServiceRequest.reasonCode.text",
        "reasonCode[0].text",
        m -> ((ObjectNode) m.serviceRequest().at("/reasonCode/0")).remove("text"));
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
        "fixed-Observation.code",
        "resource.code",
        m -> m.inDocument("Observation").putObject("meta").putArray("profile").add(BLOOD_PRESSURE));
  }

  private void consentAndCoverage() {
    removed("Coverage", "relationship");
    doubled("Coverage", "payor");
    doubled("Consent", "category");
    removed("Consent", "patient");
    removed("Consent", "dateTime");
    doubled("Consent", "performer");
    removed("Consent", "provision");
    request(
        "profile-Consent.provision.type",
        "provision.type",
        m -> ((ObjectNode) m.resource("Consent").get("provision")).remove("type"));
  }

  private void people() {
    removed("Patient", "identifier");
    removed("Patient", "name");
    removed("Patient", "gender");
    removed("Practitioner", "identifier");
    removed("Organization", "active");
    removed("Organization", "name");
    request(
        "profile-Patient.telecom.value",
        "telecom[0].value",
        m -> m.resource("Patient").set("telecom", MessageEdit.json("[{\"system\":\"phone\"}]")));
  }

  private void extensions() {
    String race = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";
    request(
        "profile-Extension.extension:text",
        "extension[0].extension",
        m ->
            extension(m.resource("Patient"), race)
                .set(
                    "extension",
                    MessageEdit.json("[{\"url\":\"detailed\",\"valueCoding\":{\"code\":\"x\"}}]")));
    request(
        "extension-context",
        "extension[0]",
        m -> {
          ObjectNode part =
              extension(m.resource("Organization"), race).putArray("extension").addObject();
          part.put("url", "text").put("valueString", "x");
        });
  }

  private static ObjectNode extension(ObjectNode resource, String url) {
    return resource.putArray("extension").addObject().put("url", url);
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
}
