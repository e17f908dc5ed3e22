package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Faults of documents, Consent, Coverage and people. */
final class ContentCases extends RuleCases {

  @Override
  void collect() {
    documents();
    consentAndCoverage();
    people();
  }

  private void documents() {
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
    logical("Coverage", "beneficiary");
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
        "consent-permits",
        "provision.provision[0].provision[0].type",
        m ->
            ((ObjectNode) m.resource("Consent").get("provision"))
                .set(
                    "provision",
                    MessageEdit.json(
                        "[{\"type\":\"permit\",\"provision\":[{\"type\":\"deny\"}]}]")));
    request(
        "consent-permits",
        "provision.provision[0].type",
        m ->
            ((ObjectNode) m.resource("Consent").get("provision"))
                .set("provision", MessageEdit.json("[{\"purpose\":[{\"code\":\"TREAT\"}]}]")));
    request("consent-in-period", "dateTime", m -> m.resource("Consent").put("dateTime", "2999"));
    request(
        "consent-in-period",
        "provision.period",
        m ->
            ((ObjectNode) m.resource("Consent").get("provision"))
                .putObject("period")
                .put("start", "2999-01"));
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
}
