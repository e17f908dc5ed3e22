package org.closedloop.stack.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A FHIR resource as a party's own software would look at it. */
public final class Message {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  private Message(JsonNode root) {
    this.root = root;
  }

  /** Reads JSON; an empty body is an empty resource. */
  public static Message of(byte[] json) {
    try {
      return new Message(json.length == 0 ? JSON.createObjectNode() : JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException("a party got something that is not JSON", e);
    }
  }

  /** The resource itself. */
  public JsonNode root() {
    return root;
  }

  /** {@code resourceType}. */
  public String type() {
    return root.path("resourceType").asText();
  }

  /**
   * The Task, be it this resource or an entry of the Bundle; a missing node where there is none.
   */
  public JsonNode task() {
    return type().equals("Task") ? root : resource("Task");
  }

  /** The first entry of a type; a missing node where there is none. */
  public JsonNode resource(String resourceType) {
    for (JsonNode entry : root.path("entry")) {
      if (entry.path("resource").path("resourceType").asText().equals(resourceType)) {
        return entry.path("resource");
      }
    }
    return root.path("no such resource");
  }

  /** PLAC number of the ServiceRequest, else of the Task; empty text where there is none. */
  public String placer() {
    String service = placer(resource("ServiceRequest"));
    return service.isEmpty() ? placer(task()) : service;
  }

  /** {@code status/business code} of the Task. */
  public String state() {
    return task().path("status").asText()
        + "/"
        + task().path("businessStatus").path("coding").path(0).path("code").asText();
  }

  /** {@code response.code} of the MessageHeader; empty text where there is none. */
  public String responseCode() {
    return resource("MessageHeader").path("response").path("code").asText();
  }

  /** {@code response.identifier} of the MessageHeader; empty text where there is none. */
  public String responseTo() {
    return resource("MessageHeader").path("response").path("identifier").asText();
  }

  /** MessageHeader.id. */
  public String messageId() {
    return resource("MessageHeader").path("id").asText();
  }

  /** Whether a document Bundle came with it. */
  public boolean hasDocument() {
    return resource("Bundle").path("type").asText().equals("document");
  }

  private static String placer(JsonNode resource) {
    for (JsonNode identifier : resource.path("identifier")) {
      if (identifier.path("type").path("coding").path(0).path("code").asText().equals("PLAC")) {
        return identifier.path("value").asText();
      }
    }
    return "";
  }
}
