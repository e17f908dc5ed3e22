package org.closedloop.core.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes trees as compact UTF-8 JSON, numbers exactly as they were read. */
final class JsonWriter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonWriter() {}

  static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a tree to memory failed", e);
    }
  }
}
