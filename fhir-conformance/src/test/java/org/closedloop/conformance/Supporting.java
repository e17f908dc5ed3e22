package org.closedloop.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds to a message resources of the workflow that the examples lack. */
final class Supporting {

  private static final String ID = "5c4b8f5e-9d0c-4a55-8d10-00000000000";

  private Supporting() {}

  static void add(MessageEdit message) {
    ObjectNode role = message.resource("PractitionerRole");
    message.add(ID + "1", "{\"resourceType\":\"Location\",\"name\":\"Main site\"}");
    message.add(ID + "2", "{\"resourceType\":\"HealthcareService\",\"name\":\"Walking group\"}");
    message.add(
        ID + "3",
        "{\"resourceType\":\"Endpoint\",\"status\":\"active\",\"address\":\"https://example.org\","
            + "\"connectionType\":{\"code\":\"hl7-fhir-msg\","
            + "\"system\":\"http://terminology.hl7.org/CodeSystem/endpoint-connection-type\"},"
            + "\"payloadType\":[{\"text\":\"any\"}]}");
    refer(role, "location", "1");
    refer(role, "healthcareService", "2");
    refer(role, "endpoint", "3");
  }

  private static void refer(ObjectNode role, String element, String number) {
    role.putArray(element).add(MessageEdit.reference("urn:uuid:" + ID + number));
  }
}
