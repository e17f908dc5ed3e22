package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The strict reading of a resource as FHIR R4 (HAPI's parser lets several of these pass): unknown
 * elements, an array for a single value or the other way round, null, wrong JSON kinds, invalid
 * primitives, codes outside required bindings, missing or doubled elements.
 */
public final class StrictShape {

  /** Rule id of a missing or unknown resourceType: such a body is not readable as FHIR (400). */
  public static final String RESOURCE_TYPE = "resource-type";

  private final R4Model model;

  public StrictShape(R4Model model) {
    this.model = model;
  }

  /** Walks through a resource; its type may be any of R4. */
  public Shape check(ObjectNode root) {
    Shape shape = new Shape();
    new ShapeWalk(model, shape).root(root);
    return shape;
  }
}
