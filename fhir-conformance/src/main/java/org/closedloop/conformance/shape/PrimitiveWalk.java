package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the walk that judges primitive values and what stands beside them. */
final class PrimitiveWalk {

  private final ShapeWalk walk;
  private final Shape shape;

  PrimitiveWalk(ShapeWalk walk, Shape shape) {
    this.walk = walk;
    this.shape = shape;
  }

  /**
   * @param holder the object both members stand in
   * @param sibling whether this is the member with the underscore
   */
  void check(Path path, Element element, ObjectNode holder, JsonNode value, boolean sibling) {
    JsonNode partner = holder.get(sibling ? element.name() : "_" + element.name());
    if (!element.repeats()) {
      if (value.isArray()) {
        shape.found(ShapeFindings.singleExpected(path.child(element.pathName())));
      } else {
        item(path.child(element.pathName()), element, value, sibling);
      }
    } else if (value instanceof ArrayNode array) {
      items(path, element, array, partner, sibling);
    } else {
      shape.found(ShapeFindings.arrayExpected(path.child(element.pathName())));
    }
  }

  private void items(
      Path path, Element element, ArrayNode array, JsonNode partner, boolean sibling) {
    Path whole = path.child(element.pathName());
    if (array.isEmpty()) {
      shape.found(ShapeFindings.empty(whole));
    }
    if (sibling && partner instanceof ArrayNode values && values.size() != array.size()) {
      shape.found(ShapeFindings.siblings(whole));
    }
    for (int i = 0; i < array.size(); i++) {
      // A null only holds the place of what its partner says at the same position.
      boolean placeholder =
          array.get(i).isNull()
              && partner != null
              && partner.path(i).isValueNode() == sibling
              && !partner.path(i).isNull()
              && !partner.path(i).isMissingNode();
      if (!placeholder) {
        item(path.item(element.pathName(), i), element, array.get(i), sibling);
      }
    }
  }

  private void item(Path path, Element element, JsonNode value, boolean sibling) {
    if (value.isNull()) {
      shape.found(ShapeFindings.empty(path));
    } else if (sibling) {
      sibling(path, value);
    } else if (!Primitives.isKind(element.primitive(), value)) {
      shape.found(ShapeFindings.kind(path, element.primitive()));
    } else if (!element.codes().isEmpty()) {
      if (!element.codes().contains(value.textValue())) {
        shape.found(ShapeFindings.code(path, element.codes()));
      }
    } else if (!Primitives.isValid(element.primitive(), value)) {
      shape.found(ShapeFindings.value(path, element.primitive()));
    }
  }

  private void sibling(Path path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      walk.extensions(path, object);
    } else {
      shape.found(ShapeFindings.objectExpected(path));
    }
  }
}
