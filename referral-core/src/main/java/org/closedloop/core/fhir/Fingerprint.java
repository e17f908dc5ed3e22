package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * SHA-256 over the content that makes two messages the same (design section 4.2): not Bundle.id,
 * Bundle.identifier, Bundle.timestamp (nested Bundles too), any meta, MessageHeader.id and the
 * fullUrl that repeats it; not key order, not white space.
 */
final class Fingerprint {

  private static final Set<String> BUNDLE_IDENTITY = Set.of("id", "identifier", "timestamp");
  private static final Set<String> HEADER_IDENTITY = Set.of("id");
  private static final Set<String> HEADER_URL = Set.of("fullUrl");

  /** What a message of common size comes to. */
  private static final int COMMON = 32 * 1024;

  // All that counts is gathered first: the digest takes it at once much faster than in pieces.
  private byte[] bytes = new byte[COMMON];
  private int length;

  private Fingerprint() {}

  static String of(JsonNode tree) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(tree);
    MessageDigest digest = Hashes.sha256();
    digest.update(fingerprint.bytes, 0, fingerprint.length);
    return Hashes.hex(digest);
  }

  private void add(JsonNode node) {
    if (node.isObject()) {
      addObject(node);
    } else if (node.isArray()) {
      mark('[');
      for (int i = 0; i < node.size(); i++) {
        add(node.get(i));
      }
      mark(']');
    } else {
      mark(node.isTextual() ? '"' : '#');
      addText(node.asText());
    }
  }

  private void addObject(JsonNode object) {
    Set<String> dropped = identityOf(object);
    String[] keys = new String[object.size()];
    int count = 0;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String key = member.getKey();
      if (!key.equals("meta") && !dropped.contains(key)) {
        keys[count++] = key;
      }
    }
    Arrays.sort(keys, 0, count);
    mark('{');
    for (int i = 0; i < count; i++) {
      addText(keys[i]);
      add(object.get(keys[i]));
    }
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
    return object.has("resource") && holdsHeader(object) ? HEADER_URL : Set.of();
  }

  private static boolean holdsHeader(JsonNode entry) {
    return "MessageHeader".equals(Nodes.text(Nodes.at(entry, "resource"), "resourceType"));
  }

  /** The length before a text keeps "ab"+"c" and "a"+"bc" apart. */
  private void addText(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    reserve(Integer.BYTES + encoded.length);
    addLength(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  private void addLength(int size) {
    bytes[length++] = (byte) (size >>> 24);
    bytes[length++] = (byte) (size >>> 16);
    bytes[length++] = (byte) (size >>> 8);
    bytes[length++] = (byte) size;
  }

  private void mark(char mark) {
    reserve(1);
    bytes[length++] = (byte) mark;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
