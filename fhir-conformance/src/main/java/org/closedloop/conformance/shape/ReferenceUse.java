package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** One Reference met in the message. */
public final class ReferenceUse {

  private final Path path;
  private final JsonNode reference;
  private final Set<String> targets;
  private final ObjectNode bundle;
  private final ObjectNode resource;

  ReferenceUse(
      Path path, JsonNode reference, Set<String> targets, ObjectNode bundle, ObjectNode resource) {
    this.path = path;
    this.reference = reference;
    this.targets = targets;
    this.bundle = bundle;
    this.resource = resource;
  }

  /** FHIRPath of the Reference. */
  public String path() {
    return path.toString();
  }

  public JsonNode reference() {
    return reference;
  }

  /** Resource types R4 allows as its target; empty means any. */
  public Set<String> targets() {
    return targets;
  }

  /** The innermost Bundle it stands in, null when in none. */
  public ObjectNode bundle() {
    return bundle;
  }

  /** The resource it stands in; for a contained resource the one that contains it. */
  public ObjectNode resource() {
    return resource;
  }
}
