package org.closedloop.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;
import org.closedloop.stack.player.Message;

/** The sender of a feedback message accepting the referral first. */
final class GuideAcceptance {

  private GuideAcceptance() {}

  static byte[] of(byte[] feedback) {
    ObjectNode bundle = (ObjectNode) Message.of(feedback).root();
    String id = UUID.randomUUID().toString();
    ((ObjectNode) bundle.path("identifier")).put("value", "urn:uuid:" + UUID.randomUUID());
    ObjectNode first = (ObjectNode) bundle.path("entry").path(0);
    first.put("fullUrl", "urn:uuid:" + id);
    ((ObjectNode) first.path("resource")).put("id", id);
    Iterator<JsonNode> entries = ((ArrayNode) bundle.path("entry")).elements();
    while (entries.hasNext()) {
      JsonNode resource = entries.next().path("resource");
      if (resource.path("resourceType").asText().equals("Bundle")) {
        entries.remove();
      } else if (resource.path("resourceType").asText().equals("Task")) {
        accept((ObjectNode) resource);
      }
    }
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void accept(ObjectNode task) {
    task.put("status", "accepted");
    ((ObjectNode) task.path("businessStatus").path("coding").path(0))
        .put("code", "3.0")
        .remove("display");
    task.remove("output");
  }
}
