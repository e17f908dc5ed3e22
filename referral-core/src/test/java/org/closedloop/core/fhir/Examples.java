package org.closedloop.core.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our own example messages, as trees to change. */
final class Examples {

  static final Path USE_CASES = Path.of("..", "use-cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  static ObjectNode request() {
    return read("arthritis", "request.json");
  }

  static ObjectNode feedback() {
    return read("arthritis", "feedback.json");
  }

  private static ObjectNode read(String useCase, String file) {
    Path path = USE_CASES.resolve(useCase).resolve("examples").resolve(file);
    try {
      return (ObjectNode) JSON.readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first resource of a type. */
  static ObjectNode resource(JsonNode bundle, String type) {
    for (JsonNode entry : bundle.get("entry")) {
      if (type.equals(entry.at("/resource/resourceType").asText())) {
        return (ObjectNode) entry.get("resource");
      }
    }
    throw new AssertionError("no " + type);
  }

  static byte[] bytes(JsonNode tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] prettyBytes(JsonNode tree) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode tree(byte[] bytes) {
    try {
      return (ObjectNode) JSON.readTree(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static MessageFacts facts(JsonNode message) {
    return ReferralMessage.ofStored(bytes(message)).facts();
  }
}
