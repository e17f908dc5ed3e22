package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body that was read strictly as JSON: one object, UTF-8, no duplicate keys, not too deep.
 * Nothing is known yet about its FHIR content.
 *
 * @param root the object; not to be changed
 * @param bytes the body as it came
 */
public record FhirTree(ObjectNode root, byte[] bytes) {

  /** The root's resourceType, null when it has none. */
  public String resourceType() {
    return Nodes.text(root, "resourceType");
  }

  /** Hash of the content that makes two bodies the same (design section 4.2). */
  public String fingerprint() {
    return Fingerprint.of(root);
  }
}
