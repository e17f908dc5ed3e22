package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of a Bundle that holds a resource.
 *
 * @param path FHIRPath of the resource, for instance {@code Bundle.entry[3].resource}
 * @param fullUrl entry.fullUrl, null when absent
 * @param resource the resource
 */
public record Entry(String path, String fullUrl, ObjectNode resource) {

  /** The resource's type, an empty text when it names none. */
  public String type() {
    String type = Nodes.text(resource, "resourceType");
    return type == null ? "" : type;
  }

  /** Whether the resource is of this type. */
  public boolean is(String type) {
    return type().equals(type);
  }

  /** FHIRPath of an element of the resource. */
  public String path(String element) {
    return path + "." + element;
  }

  /** Whether both entries stand for the same resource: one entry, or a copy under one fullUrl. */
  public boolean sameAs(Entry other) {
    return resource == other.resource || (fullUrl != null && fullUrl.equals(other.fullUrl));
  }

  // Identity, not content: comparing whole resources would be slow, and two entries with equal
  // content are still two entries.
  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry && resource == entry.resource;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(resource);
  }
}
