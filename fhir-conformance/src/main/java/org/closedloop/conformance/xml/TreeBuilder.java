package org.closedloop.conformance.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.closedloop.conformance.shape.Element;
import org.closedloop.conformance.shape.Path;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.TypeTable;
import org.closedloop.conformance.xml.Members.Value;
import org.closedloop.conformance.xml.XmlCursor.Attribute;
import org.closedloop.core.outcome.Finding;

/**
 * Builds the JSON tree of one resource, led by R4's own tables: they tell what is an array and what
 * a number. What R4 does not know gets into the tree too, without content, so that the shape finds
 * it; only what JSON cannot say is found here. Not reusable.
 */
final class TreeBuilder {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final R4Model model;
  private final XmlCursor cursor;
  private final List<Finding> findings = new ArrayList<>();

  TreeBuilder(R4Model model, XmlCursor cursor) {
    this.model = model;
    this.cursor = cursor;
  }

  /** What is wrong and has no place in the tree. */
  List<Finding> findings() {
    return findings;
  }

  /** The tree of the root; the cursor is in it. */
  ObjectNode root() throws XMLStreamException {
    return resource(Path.root(cursor.name()));
  }

  private ObjectNode resource(Path path) throws XMLStreamException {
    if (cursor.isXhtml()) {
      throw cursor.wrongNamespace();
    }
    ObjectNode object = NODES.objectNode().put("resourceType", cursor.name());
    Optional<TypeTable> table = model.resource(cursor.name());
    if (table.isEmpty()) {
      cursor.skip();
      return object;
    }
    attributes(path, object, List.of());
    children(path, object, table.get(), true);
    return object;
  }

  private void attributes(Path path, ObjectNode object, List<String> allowed)
      throws XMLStreamException {
    for (int i = 0; i < cursor.attributes(); i++) {
      Attribute attribute = cursor.attribute(i);
      if (attribute != null) {
        if (allowed.contains(attribute.name())) {
          object.put(attribute.name(), attribute.value());
        } else {
          found(XmlFindings.unknownAttribute(path));
        }
      }
    }
  }

  private void children(Path path, ObjectNode object, TypeTable table, boolean isResource)
      throws XMLStreamException {
    Members members = new Members();
    while (cursor.nextChild()) {
      String name = cursor.name();
      Element element = table.elements().get(name);
      if (element == null) {
        object.set(unknown(name), BooleanNode.TRUE);
        cursor.skip();
      } else if (!isResource && isAttribute(table, name)) {
        found(XmlFindings.attributeExpected(path.child(name)));
        cursor.skip();
      } else {
        members.add(element, value(step(path, element, members), element));
      }
    }
    members.writeTo(object);
  }

  /** A name R4 does not have must not become one that JSON gives a meaning. */
  private static String unknown(String name) {
    return name.startsWith("_") || name.equals("resourceType") ? "_" + name : name;
  }

  private static boolean isAttribute(TypeTable table, String name) {
    return name.equals("id") || (name.equals("url") && table.isExtension());
  }

  private static Path step(Path path, Element element, Members before) {
    return element.repeats()
        ? path.item(element.pathName(), before.count(element))
        : path.child(element.pathName());
  }

  private Value value(Path path, Element element) throws XMLStreamException {
    boolean narrative = "xhtml".equals(element.primitive());
    if (narrative != cursor.isXhtml()) {
      throw cursor.wrongNamespace();
    }
    return switch (element.kind()) {
      case PRIMITIVE ->
          narrative
              ? new Value(NODES.textNode(cursor.xhtml()), null)
              : primitive(path, element.primitive());
      case COMPLEX -> new Value(complex(path, element.type().get()), null);
      case RESOURCE -> new Value(wrapped(path), null);
    };
  }

  private Value primitive(Path path, String type) throws XMLStreamException {
    ObjectNode members = NODES.objectNode();
    attributes(path, members, List.of("value", "id"));
    JsonNode text = members.remove("value");
    children(path, members, model.element(), false);
    return new Value(
        text == null ? null : PrimitiveValue.of(type, text.textValue()),
        members.isEmpty() ? null : members);
  }

  private ObjectNode complex(Path path, TypeTable table) throws XMLStreamException {
    ObjectNode object = NODES.objectNode();
    attributes(path, object, table.isExtension() ? List.of("id", "url") : List.of("id"));
    children(path, object, table, false);
    return object;
  }

  /** The one resource within an element such as {@code contained}; null when there is none. */
  private JsonNode wrapped(Path path) throws XMLStreamException {
    attributes(path, NODES.objectNode(), List.of());
    if (!cursor.nextChild()) {
      return null;
    }
    ObjectNode resource = resource(path);
    while (cursor.nextChild()) {
      found(XmlFindings.oneResource(path));
      cursor.skip();
    }
    return resource;
  }

  private void found(Finding finding) {
    if (findings.size() < 100) {
      findings.add(finding);
    }
  }
}
