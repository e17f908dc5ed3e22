package org.closedloop.acceptance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Plants words into a message: one everywhere where nobody needs it, another in elements that the
 * other side gets.
 *
 * @param withheld the word that must reach nobody
 * @param allowed the word that must reach the other side, and no log, metric, header or error
 */
public record Canary(String withheld, String allowed) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fresh words. */
  public static Canary fresh() {
    String salt = UUID.randomUUID().toString().substring(0, 8);
    return new Canary("Canarybird" + salt, "Goldfinch" + salt);
  }

  /** The message with both words; the gate still takes it. */
  public byte[] stuff(byte[] message) {
    ObjectNode bundle = read(message);
    bundle
        .putArray("link")
        .addObject()
        .put("relation", "self")
        .put("url", "http://example.org/" + withheld);
    extension(bundle.putObject("_timestamp"));
    for (JsonNode entry : bundle.get("entry")) {
      ObjectNode resource = (ObjectNode) entry.get("resource");
      if (resource.has("entry")) {
        resource.get("entry").forEach(inner -> stuffResource((ObjectNode) inner.get("resource")));
      } else {
        stuffResource(resource);
      }
    }
    addUnreferenced(bundle);
    return bytes(bundle);
  }

  /** The message made faulty: the words stay, the gate refuses it. */
  public byte[] refusable(byte[] message) {
    ObjectNode bundle = read(stuff(message));
    for (JsonNode entry : bundle.get("entry")) {
      if (entry.at("/resource/resourceType").asText().equals("Task")) {
        ((ObjectNode) entry.get("resource")).put("intent", withheld);
      }
    }
    return bytes(bundle);
  }

  private void stuffResource(ObjectNode resource) {
    resource
        .putObject("text")
        .put("status", "additional")
        .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + withheld + "</div>");
    resource.withObject("/meta").putArray("tag").addObject().put("code", withheld);
    extension(resource);
    displays(resource);
    switch (resource.get("resourceType").asText()) {
      case "Patient" -> stuffPatient(resource);
      case "Task" -> {
        resource.put("description", withheld);
        resource.putArray("note").addObject().put("text", withheld);
      }
      case "Observation" -> resource.putArray("note").addObject().put("text", withheld);
      case "ServiceRequest" -> {
        resource.put("patientInstruction", withheld);
        resource.putArray("note").addObject().put("text", withheld);
      }
      default -> {
        // Narrative, tag, extension and displays are enough.
      }
    }
  }

  private void stuffPatient(ObjectNode patient) {
    patient.withArray("name").forEach(name -> ((ObjectNode) name).put("family", allowed));
    patient
        .withArray("identifier")
        .addObject()
        .put("system", "http://hl7.org/fhir/sid/us-ssn")
        .put("value", withheld);
    patient
        .withArray("telecom")
        .addObject()
        .put("system", "url")
        .put("value", "http://example.org/" + withheld);
    patient
        .putArray("photo")
        .addObject()
        .put("contentType", "image/png")
        .put("title", withheld)
        .put("data", "YWJj");
    patient.putArray("contact").addObject().putObject("name").put("text", withheld);
    extension((ObjectNode) patient.at("/name/0"));
    extension(patient.putObject("_birthDate"));
  }

  private void extension(ObjectNode holder) {
    holder
        .withArray("extension")
        .addObject()
        .put("url", "http://example.org/planted")
        .put("valueString", withheld);
  }

  private void displays(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
      object.put("display", withheld);
    }
    node.forEach(this::displays);
  }

  private void addUnreferenced(ObjectNode bundle) {
    ObjectNode report = JSON.createObjectNode().put("resourceType", "DocumentReference");
    report.put("status", "current").put("description", withheld);
    report
        .putArray("content")
        .addObject()
        .putObject("attachment")
        .put("contentType", "text/plain")
        .put("title", withheld);
    bundle
        .withArray("entry")
        .addObject()
        .put(
            "fullUrl",
            "urn:uuid:" + UUID.nameUUIDFromBytes(withheld.getBytes(StandardCharsets.UTF_8)))
        .set("resource", report);
  }

  private static ObjectNode read(byte[] message) {
    try {
      return (ObjectNode) JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode bundle) {
    try {
      return JSON.writeValueAsBytes(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
