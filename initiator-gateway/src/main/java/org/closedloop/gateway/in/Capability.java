package org.closedloop.gateway.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * Writes the CapabilityStatement of the initiator's side: what is offered and nothing more. The
 * guide's own statement covers none of it (docs/guide-decisions.md GD-35), so it is not claimed.
 */
final class Capability {

  private static final String GUIDE = "http://hl7.org/fhir/us/bser/StructureDefinition/";
  private static final String PROCESS_MESSAGE =
      "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message";

  /** The day this statement last changed. */
  private static final String DATE = "2026-11-22";

  private Capability() {}

  /** The statement as compact JSON. */
  static byte[] statement() {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement
        .put("resourceType", "CapabilityStatement")
        .put("status", "active")
        .put("date", DATE)
        .put("kind", "instance");
    statement.putObject("software").put("name", "Closed-loop referral hub");
    statement
        .putObject("implementation")
        .put("description", "Initiator side of the closed-loop referral hub (HL7 BSeR)");
    statement.put("fhirVersion", "4.0.1");
    statement.putArray("format").add("application/fhir+json").add("json");
    writeServer(statement.putArray("rest").addObject());
    return statement.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeServer(ObjectNode server) {
    server.put("mode", "server");
    server
        .putObject("security")
        .put(
            "description",
            "Bearer JWT (aud bser, role initiator, sub = party id). Each party sees its own.");
    writeTask(server.putArray("resource").addObject());
    writeBundle(server.withArray("resource").addObject());
    server
        .putArray("operation")
        .addObject()
        .put("name", "process-message")
        .put("definition", PROCESS_MESSAGE)
        .put(
            "documentation",
            "A BSeR referral message or cancellation request. 200 with a message Bundle, or 202"
                + " with a Location to come back to.");
  }

  private static void writeTask(ObjectNode task) {
    task.put("type", "Task");
    task.putArray("supportedProfile").add(GUIDE + "BSeR-ReferralTask");
    interactions(task, "read", "update", "search-type");
    task.put("updateCreate", false);
    task.put("documentation", "update: only to in-progress with 5.2, which asks for cancellation.");
    parameter(task, "identifier", "Number the initiator gave the Task or the ServiceRequest.");
    parameter(task, "_id", "Referral id.");
  }

  private static void writeBundle(ObjectNode bundle) {
    bundle.put("type", "Bundle");
    bundle.putArray("supportedProfile").add(GUIDE + "BSeR-ReferralFeedbackDocumentBundle");
    interactions(bundle, "read");
    bundle.put("documentation", "Feedback documents that a Task.output points to.");
  }

  private static void interactions(ObjectNode resource, String... codes) {
    for (String code : codes) {
      resource.withArray("interaction").addObject().put("code", code);
    }
  }

  private static void parameter(ObjectNode resource, String name, String text) {
    resource
        .withArray("searchParam")
        .addObject()
        .put("name", name)
        .put("type", "token")
        .put("documentation", text);
  }
}
