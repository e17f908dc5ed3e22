package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** MessageHeaders the hub writes. */
final class HeaderWriter {

  /** What the hub calls itself in MessageHeader.source. */
  static final String HUB_NAME = "Referral hub";

  static final String HUB_ENDPOINT = "urn:closedloop:hub";

  private HeaderWriter() {}

  /** A header of the referral event from the hub itself. */
  static ObjectNode fromHub(String messageId) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("resourceType", "MessageHeader").put("id", messageId);
    writeEvent(header);
    header.putObject("source").put("name", HUB_NAME).put("endpoint", HUB_ENDPOINT);
    return header;
  }

  static void writeEvent(ObjectNode header) {
    header
        .putObject("eventCoding")
        .put("system", Fhir.EVENTS)
        .put("code", Fhir.REFERRAL_EVENT)
        .put("display", "REF/RRI - Patient referral");
  }

  static void writeResponse(ObjectNode header, String requestMessageId, String code) {
    header.putObject("response").put("identifier", requestMessageId).put("code", code);
  }
}
