package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body that was read strictly as JSON: one object, UTF-8, no duplicate keys, not too deep.
 * Nothing is known yet about its FHIR content.
 *
 * @param root the object; not to be changed
 * @param bytes the same as JSON: the body as it came, unless that was XML
 */
public record FhirTree(ObjectNode root, byte[] bytes) {

  /** A tree with the bytes it is written as. */
  public static FhirTree written(ObjectNode root) {
    return new FhirTree(root, JsonWriter.bytes(root));
  }

  /** The root's resourceType, null when it has none. */
  public String resourceType() {
    return Nodes.text(root, "resourceType");
  }

  /** Hash of the content that makes two bodies the same (design section 4.2). */
  public String fingerprint() {
    return Fingerprint.of(root);
  }
}
