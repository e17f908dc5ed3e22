package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the walk that judges primitive values and what stands beside them. */
final class PrimitiveWalk {

  /** The index of a value that stands in no array. */
  private static final int SINGLE = -1;

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
    if (!element.repeats()) {
      if (value.isArray()) {
        shape.found(ShapeFindings.singleExpected(path.child(element.pathName())));
      } else {
        item(path, element, SINGLE, value, sibling);
      }
    } else if (value instanceof ArrayNode array) {
      JsonNode partner = holder.get(sibling ? element.name() : element.siblingName());
      items(path, element, array, partner, sibling);
    } else {
      shape.found(ShapeFindings.arrayExpected(path.child(element.pathName())));
    }
  }

  private void items(
      Path path, Element element, ArrayNode array, JsonNode partner, boolean sibling) {
    if (array.isEmpty()) {
      shape.found(ShapeFindings.empty(path.child(element.pathName())));
    }
    if (sibling && partner instanceof ArrayNode values && values.size() != array.size()) {
      shape.found(ShapeFindings.siblings(path.child(element.pathName())));
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
        item(path, element, i, array.get(i), sibling);
      }
    }
  }

  private void item(Path parent, Element element, int index, JsonNode value, boolean sibling) {
    if (value.isNull()) {
      shape.found(ShapeFindings.empty(at(parent, element, index)));
    } else if (sibling) {
      sibling(at(parent, element, index), value);
    } else if (!Primitives.isKind(element.primitive(), value)) {
      shape.found(ShapeFindings.kind(at(parent, element, index), element.primitive()));
    } else if (!element.codes().isEmpty()) {
      if (!element.codes().contains(value.textValue())) {
        shape.found(ShapeFindings.code(at(parent, element, index), element.codes()));
      }
    } else if (!Primitives.isValid(element.primitive(), value)) {
      shape.found(ShapeFindings.value(at(parent, element, index), element.primitive()));
    }
  }

  /** Made only where something is found: most values are as they should be. */
  private static Path at(Path parent, Element element, int index) {
    return index == SINGLE
        ? parent.child(element.pathName())
        : parent.item(element.pathName(), index);
  }

  private void sibling(Path path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      walk.extensions(path, object);
    } else {
      shape.found(ShapeFindings.objectExpected(path));
    }
  }
}
