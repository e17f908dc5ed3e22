package org.closedloop.conformance.fhirpath;

/**
 * Where an expression is evaluated.
 *
 * @param context the element: {@code %context}, and {@code $this} at the start
 * @param resource the resource it stands in: {@code %resource}
 * @param rootResource the resource that contains that one, else the same: {@code %rootResource}
 * @param session what the message's expressions share
 */
public record Focus(Node context, Node resource, Node rootResource, Session session) {

  /** At a resource that is not contained in another. */
  public static Focus resource(Node resource, Session session) {
    return new Focus(resource, resource, resource, session);
  }

  /** At a resource contained in this one. */
  public Focus contained(Node resource) {
    return new Focus(resource, resource, rootResource, session);
  }

  /** At an element of the same resource. */
  public Focus at(Node element) {
    return new Focus(element, resource, rootResource, session);
  }
}
