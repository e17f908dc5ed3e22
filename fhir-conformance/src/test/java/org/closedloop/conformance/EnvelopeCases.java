package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Faults of the Bundle and its MessageHeader. */
final class EnvelopeCases extends RuleCases {

  @Override
  void collect() {
    envelope();
    header();
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
        "fullurl-matches",
        ".fullUrl",
        m -> {
          m.addCopy("Organization", NEW_ID);
          ((ObjectNode) m.entries().get(m.entries().size() - 1))
              .put("fullUrl", "https://example.org/fhir/Organization/another");
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
        "document-complete",
        "author[1].reference",
        m -> {
          m.addCopy("PractitionerRole", NEW_ID);
          ((ArrayNode) m.composition().get("author")).add(MessageEdit.reference(NEW_URL));
        });
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
    request("header-id", "resource.id", m -> m.header().remove("id"));
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
}
