package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.closedloop.conformance.shape.Element.Kind;

/** One walk through one resource; not reusable. */
final class ShapeWalk {

  private final R4Model model;
  private final Shape shape;
  private final PrimitiveWalk primitives;
  private ObjectNode bundle;
  private ObjectNode resource;

  ShapeWalk(R4Model model, Shape shape) {
    this.model = model;
    this.shape = shape;
    this.primitives = new PrimitiveWalk(this, shape);
  }

  void root(ObjectNode root) {
    JsonNode type = root.get("resourceType");
    Path path =
        Path.root(
            type != null && model.resource(type.textValue()).isPresent()
                ? type.textValue()
                : "Resource");
    resource(path, root);
  }

  private void resource(Path path, ObjectNode object) {
    JsonNode type = object.get("resourceType");
    Optional<TypeTable> table = type == null ? Optional.empty() : model.resource(type.textValue());
    if (table.isEmpty()) {
      shape.found(ShapeFindings.resourceType(path));
      return;
    }
    ObjectNode outerBundle = bundle;
    ObjectNode outerResource = resource;
    if (table.get().name().equals("Bundle")) {
      bundle = object;
    }
    resource = object;
    object(path, object, table.get(), true);
    bundle = outerBundle;
    resource = outerResource;
  }

  /** Walks through a contained resource without leaving the one that contains it. */
  private void contained(Path path, ObjectNode object) {
    ObjectNode container = resource;
    model
        .resource(object.path("resourceType").textValue())
        .ifPresentOrElse(
            table -> object(path, object, table, true),
            () -> shape.found(ShapeFindings.resourceType(path)));
    resource = container;
  }

  void object(Path path, ObjectNode object, TypeTable table, boolean isResource) {
    if (object.size() == (isResource ? 1 : 0)) {
      shape.found(ShapeFindings.empty(path));
    }
    SeenChoices seen = new SeenChoices();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (!(isResource && name.equals("resourceType"))) {
        member(path, object, table, name, member.getValue(), seen);
      }
    }
    for (int i = 0; i < table.required().size(); i++) {
      String group = table.required().get(i);
      if (!isThere(object, table, group, seen)) {
        shape.found(ShapeFindings.required(path, table.name(), group));
      }
    }
  }

  private static boolean isThere(
      ObjectNode object, TypeTable table, String group, SeenChoices seen) {
    Element element = table.elements().get(group);
    if (element == null) {
      return seen.has(group);
    }
    return object.has(group)
        || (element.kind() == Kind.PRIMITIVE && object.has(element.siblingName()));
  }

  private void member(
      Path path,
      ObjectNode object,
      TypeTable table,
      String name,
      JsonNode value,
      SeenChoices seen) {
    boolean sibling = name.startsWith("_");
    Element element = table.elements().get(sibling ? name.substring(1) : name);
    if (element == null || (sibling && element.kind() != Kind.PRIMITIVE)) {
      shape.found(ShapeFindings.unknownElement(path, table.name(), name));
      return;
    }
    if (element.isChoice()
        && !seen.add(element.group())
        && !object.has(sibling ? element.name() : element.siblingName())) {
      shape.found(ShapeFindings.doubled(path, element.group()));
    }
    note(path, table, element, value);
    if (AbsoluteUris.wanted(table, element, object) && !AbsoluteUris.isAbsolute(value)) {
      shape.found(ShapeFindings.relative(path.child(element.pathName())));
    }
    if (element.kind() == Kind.PRIMITIVE) {
      primitives.check(path, element, object, value, sibling);
    } else {
      complex(path, element, value);
    }
  }

  private void note(Path path, TypeTable table, Element element, JsonNode value) {
    switch (element.name()) {
      case "implicitRules" -> shape.metImplicitRules(path.child("implicitRules"));
      case "modifierExtension" -> shape.metModifierExtension(path.child("modifierExtension"));
      case "extension" -> extensions(path, table, value);
      case "div" -> {
        if (value.isTextual() && "xhtml".equals(element.primitive())) {
          shape.metNarrative(path.child("div"), value.textValue());
        }
      }
      default -> {
        // Nothing the rules ask for.
      }
    }
  }

  private void extensions(Path path, TypeTable owner, JsonNode value) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i) instanceof ObjectNode extension) {
        if (!owner.name().equals("Extension") && !AbsoluteUris.isAbsolute(extension.get("url"))) {
          shape.found(ShapeFindings.relative(path.item("extension", i).child("url")));
        }
        shape.met(
            new ExtensionUse(path.item("extension", i), extension, owner.name(), bundle, resource));
      }
    }
  }

  private void complex(Path path, Element element, JsonNode value) {
    if (!element.repeats()) {
      if (value.isArray()) {
        shape.found(ShapeFindings.singleExpected(path.child(element.pathName())));
      } else {
        value(path.child(element.pathName()), element, value);
      }
      return;
    }
    if (!(value instanceof ArrayNode array)) {
      shape.found(ShapeFindings.arrayExpected(path.child(element.pathName())));
      return;
    }
    if (array.isEmpty()) {
      shape.found(ShapeFindings.empty(path.child(element.pathName())));
    }
    for (int i = 0; i < array.size(); i++) {
      value(path.item(element.pathName(), i), element, array.get(i));
    }
  }

  private void value(Path path, Element element, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      shape.found(value.isNull() ? ShapeFindings.empty(path) : ShapeFindings.objectExpected(path));
    } else if (element.kind() == Kind.COMPLEX) {
      TypeTable table = element.type().get();
      if (table.isReference()) {
        shape.met(new ReferenceUse(path, object, element.targets(), bundle, resource));
      }
      object(path, object, table, false);
    } else if (element.name().equals("contained")) {
      contained(path, object);
    } else {
      resource(path, object);
    }
  }

  void extensions(Path path, ObjectNode sibling) {
    TypeTable element = model.element();
    object(path, sibling, element, false);
  }
}
