package org.closedloop.core.fhir.metadata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.metadata.Offer.OfferedResource;
import org.closedloop.core.fhir.metadata.Offer.Parameter;

/**
 * Writes an offer as a CapabilityStatement. The guide's own statement covers none of it
 * (docs/guide-decisions.md GD-35), so it is not claimed.
 */
public final class CapabilityStatement {

  private static final String GUIDE = "http://hl7.org/fhir/us/bser/StructureDefinition/";
  private static final String PROCESS_MESSAGE =
      "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message";
  private static final String RESOURCE_OPERATION =
      "http://hl7.org/fhir/OperationDefinition/Resource-";

  /** The day what is offered last changed. */
  private static final String DATE = "2026-11-22";

  private CapabilityStatement() {}

  /** The statement as compact JSON. */
  public static byte[] of(Offer offer) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement
        .put("resourceType", "CapabilityStatement")
        .put("status", "active")
        .put("date", DATE)
        .put("kind", "instance");
    statement.putObject("software").put("name", "Closed-loop referral hub");
    statement.putObject("implementation").put("description", offer.description());
    statement.put("fhirVersion", "4.0.1");
    writeFormats(statement.putArray("format"));
    writeServer(statement.putArray("rest").addObject(), offer);
    statement.putArray("messaging").addObject().put("documentation", offer.topics());
    return statement.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeFormats(ArrayNode formats) {
    for (FhirFormat format : FhirFormat.values()) {
      formats.add(format.mediaType());
    }
    formats.add("json").add("xml");
  }

  private static void writeServer(ObjectNode server, Offer offer) {
    server.put("mode", "server");
    server
        .putObject("security")
        .put(
            "description",
            "Bearer JWT (aud bser, role "
                + offer.role()
                + ", sub = party id). Each party sees its own.");
    ArrayNode resources = server.putArray("resource");
    offer.resources().forEach(resource -> write(resources.addObject(), resource));
    writeOperation(
        server.putArray("operation"), "process-message", PROCESS_MESSAGE, offer.processMessage());
  }

  private static void write(ObjectNode node, OfferedResource resource) {
    node.put("type", resource.type());
    if (!resource.profiles().isEmpty()) {
      ArrayNode profiles = node.putArray("supportedProfile");
      resource.profiles().forEach(profile -> profiles.add(GUIDE + profile));
    }
    node.put("documentation", resource.documentation());
    ArrayNode interactions = node.putArray("interaction");
    resource.interactions().forEach(code -> interactions.addObject().put("code", code));
    if (resource.interactions().contains("update")) {
      node.put("updateCreate", false);
    }
    writeParameters(node, resource.parameters());
    if (!resource.operations().isEmpty()) {
      ArrayNode operations = node.putArray("operation");
      resource
          .operations()
          .forEach(o -> writeOperation(operations, o, RESOURCE_OPERATION + o, null));
    }
  }

  private static void writeParameters(ObjectNode resource, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      resource
          .withArray("searchParam")
          .addObject()
          .put("name", parameter.name())
          .put("type", parameter.type())
          .put("documentation", parameter.documentation());
    }
  }

  private static void writeOperation(
      ArrayNode operations, String name, String definition, String documentation) {
    ObjectNode operation = operations.addObject();
    operation.put("name", name).put("definition", definition);
    if (documentation != null) {
      operation.put("documentation", documentation);
    }
  }
}
