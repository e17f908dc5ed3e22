package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Faults of Task and ServiceRequest. */
final class WorkflowCases extends RuleCases {

  @Override
  void collect() {
    task();
    serviceRequest();
  }

  private void task() {
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
}
