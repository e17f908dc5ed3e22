package org.closedloop.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** One of our own example messages, to be broken by a test. */
final class MessageEdit {

  static final Path USE_CASES = Path.of("..", "use-cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private MessageEdit(ObjectNode root) {
    this.root = root;
  }

  static MessageEdit request(String useCase) {
    return read(USE_CASES.resolve(useCase).resolve("examples").resolve("request.json"));
  }

  static MessageEdit feedback(String useCase) {
    return read(USE_CASES.resolve(useCase).resolve("examples").resolve("feedback.json"));
  }

  static MessageEdit read(Path file) {
    try {
      return new MessageEdit((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same request as a status update of the initiator: no document, Consent or Coverage. */
  MessageEdit asUpdate(String status, String businessStatus) {
    remove("Bundle").remove("Consent").remove("Coverage");
    serviceRequest().remove("supportingInfo");
    serviceRequest().remove("insurance");
    task().remove("output");
    status(status, businessStatus);
    return this;
  }

  void status(String status, String businessStatus) {
    task().put("status", status);
    coding(task(), "businessStatus").put("code", businessStatus).remove("display");
  }

  private MessageEdit remove(String type) {
    for (int i = entries().size() - 1; i >= 0; i--) {
      if (type.equals(entries().get(i).at("/resource/resourceType").asText())) {
        entries().remove(i);
      }
    }
    return this;
  }

  ObjectNode root() {
    return root;
  }

  ArrayNode entries() {
    return (ArrayNode) root.get("entry");
  }

  ObjectNode header() {
    return resource("MessageHeader");
  }

  ObjectNode task() {
    return resource("Task");
  }

  ObjectNode serviceRequest() {
    return resource("ServiceRequest");
  }

  ObjectNode document() {
    return resource("Bundle");
  }

  ObjectNode composition() {
    return (ObjectNode) document().at("/entry/0/resource");
  }

  ObjectNode resource(String type) {
    return (ObjectNode) first(root, type).get("resource");
  }

  String url(String type) {
    return first(root, type).get("fullUrl").asText();
  }

  /** A resource within the document. */
  ObjectNode inDocument(String type) {
    return (ObjectNode) first(document(), type).get("resource");
  }

  private static JsonNode first(ObjectNode bundle, String type) {
    return StreamSupport.stream(bundle.get("entry").spliterator(), false)
        .filter(entry -> type.equals(entry.at("/resource/resourceType").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the example has no " + type));
  }

  /** The first coding of a CodeableConcept. */
  static ObjectNode coding(ObjectNode holder, String element) {
    return (ObjectNode) holder.get(element).withArray("coding").get(0);
  }

  /** An own copy of an entry of the message, under another fullUrl, at the end. */
  ObjectNode addCopy(String type, String uuid) {
    ObjectNode entry = first(root, type).deepCopy();
    entry.put("fullUrl", "urn:uuid:" + uuid);
    ObjectNode resource = (ObjectNode) entry.get("resource");
    resource.put("id", uuid);
    entries().add(entry);
    return resource;
  }

  ObjectNode add(String uuid, String resource) {
    ObjectNode entry = entries().addObject().put("fullUrl", "urn:uuid:" + uuid);
    entry.set("resource", json(resource));
    return entry;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode reference(String url) {
    return JSON.createObjectNode().put("reference", url);
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return "an edited example";
  }
}
