package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * SHA-256 over the content that makes two messages the same (design section 4.2): not Bundle.id,
 * Bundle.identifier, Bundle.timestamp (nested Bundles too), any meta, MessageHeader.id and the
 * fullUrl that repeats it; not key order, not white space.
 */
final class Fingerprint {

  private static final Set<String> BUNDLE_IDENTITY = Set.of("id", "identifier", "timestamp");
  private static final Set<String> HEADER_IDENTITY = Set.of("id");

  private final MessageDigest digest = Hashes.sha256();

  private Fingerprint() {}

  static String of(JsonNode tree) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(tree);
    return Hashes.hex(fingerprint.digest);
  }

  private void add(JsonNode node) {
    if (node.isObject()) {
      addObject(node);
    } else if (node.isArray()) {
      mark('[');
      node.forEach(this::add);
      mark(']');
    } else {
      mark(node.isTextual() ? '"' : '#');
      addText(node.asText());
    }
  }

  private void addObject(JsonNode object) {
    Set<String> dropped = identityOf(object);
    Map<String, JsonNode> sorted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!member.getKey().equals("meta") && !dropped.contains(member.getKey())) {
        sorted.put(member.getKey(), member.getValue());
      }
    }
    mark('{');
    sorted.forEach(
        (key, value) -> {
          addText(key);
          add(value);
        });
    mark('}');
  }

  private static Set<String> identityOf(JsonNode object) {
    String type = Nodes.text(object, "resourceType");
    if ("Bundle".equals(type)) {
      return BUNDLE_IDENTITY;
    }
    if ("MessageHeader".equals(type)) {
      return HEADER_IDENTITY;
    }
    boolean holdsHeader =
        "MessageHeader".equals(Nodes.text(Nodes.at(object, "resource"), "resourceType"));
    return holdsHeader ? Set.of("fullUrl") : Set.of();
  }

  private void addText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // The length keeps "ab"+"c" and "a"+"bc" apart.
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private void mark(char mark) {
    digest.update((byte) mark);
  }
}
