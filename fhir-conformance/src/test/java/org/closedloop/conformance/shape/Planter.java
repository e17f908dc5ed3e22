package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.closedloop.conformance.shape.Element.Kind;

/**
 * Fills resources with everything R4 knows, by its model: each text carries a marker that names the
 * element it stands in, so that what arrives tells where it came from. What is there already stays,
 * but for plain text.
 */
public final class Planter {

  /** How every marker begins. */
  public static final String MARKER = "CANARY:";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> TELLING = Set.of("reference", "system", "code", "url", "value");

  private static final R4Model MODEL = new R4Model();
  private final String reference;
  private final Set<String> planted = new LinkedHashSet<>();

  /**
   * @param reference what planted references lead to: something that goes out
   */
  public Planter(String reference) {
    this.reference = reference;
  }

  /** All elements a marker was planted in, by path. */
  public Set<String> planted() {
    return planted;
  }

  /** All elements R4 knows of a type. */
  public Set<String> elements(String type) {
    Set<String> names = new HashSet<>();
    MODEL.resource(type).orElseThrow().elements().values().forEach(e -> names.add(e.group()));
    return names;
  }

  /** Fills a resource. */
  public void fill(ObjectNode resource) {
    String type = resource.get("resourceType").asText();
    fill(resource, MODEL.resource(type).orElseThrow(), type, Set.of());
  }

  private void fill(ObjectNode object, TypeTable table, String path, Set<String> around) {
    Set<String> groups = new HashSet<>();
    table.elements().values().stream()
        .filter(element -> object.has(element.name()))
        .forEach(element -> groups.add(element.group()));
    for (Element element : new TreeMap<>(table.elements()).values()) {
      String here = path + (table.isReference() ? "(Reference)." : ".") + element.name();
      if (object.has(element.name())) {
        fillPresent(object, element, here, around);
      } else if (!groups.contains(element.group())) {
        add(object, element, here, around);
      }
    }
  }

  private void fillPresent(ObjectNode object, Element element, String path, Set<String> around) {
    JsonNode present = object.get(element.name());
    JsonNode first = present.isArray() ? present.path(0) : present;
    if (first instanceof ObjectNode inner && element.kind() == Kind.COMPLEX) {
      fill(inner, element.type().get(), path, with(around, element));
      Variants.of(element, path)
          .forEach((at, fixed) -> addVariant(present, element, at, fixed, around));
    } else if (isText(element) && present.isTextual() && !TELLING.contains(element.name())) {
      object.set(element.name(), leaf(element, path));
    }
    if (element.kind() == Kind.PRIMITIVE && !present.isArray()) {
      object.set("_" + element.name(), sibling(path));
    }
  }

  private void add(ObjectNode object, Element element, String path, Set<String> around) {
    Map<String, ObjectNode> variants = Variants.of(element, path);
    if (!variants.isEmpty()) {
      ArrayNode array = JSON.arrayNode();
      variants.forEach((at, fixed) -> addVariant(array, element, at, fixed, around));
      if (!array.isEmpty()) {
        object.set(element.name(), element.repeats() ? array : array.get(0));
      }
      return;
    }
    JsonNode value = value(element, path, around);
    if (value == null) {
      return;
    }
    object.set(element.name(), element.repeats() ? JSON.arrayNode().add(value) : value);
    if (element.kind() == Kind.PRIMITIVE) {
      JsonNode sibling = sibling(path);
      object.set("_" + element.name(), element.repeats() ? JSON.arrayNode().add(sibling) : sibling);
    }
  }

  private void addVariant(
      JsonNode array, Element element, String path, ObjectNode fixed, Set<String> around) {
    if (array instanceof ArrayNode items && !around.contains(element.type().get().name())) {
      fill(fixed, element.type().get(), path, with(around, element));
      items.add(fixed);
    }
  }

  private JsonNode value(Element element, String path, Set<String> around) {
    if (element.kind() == Kind.RESOURCE) {
      return JSON.objectNode()
          .put("resourceType", "Organization")
          .put("id", "planted")
          .put("name", mark(path));
    }
    if (element.kind() == Kind.PRIMITIVE) {
      return leaf(element, path);
    }
    TypeTable type = element.type().get();
    if (type.name().equals("Extension")) {
      return extension(path);
    }
    if (around.contains(type.name()) || wouldTakeAway(path)) {
      return null;
    }
    ObjectNode object = JSON.objectNode();
    if (type.isReference()) {
      object.put("reference", reference);
    }
    fill(object, type, path, with(around, element));
    return object;
  }

  /** A reference to what is no medication, or to what is not listed, takes what is around it. */
  private static boolean wouldTakeAway(String path) {
    return path.endsWith(".medicationReference") || path.endsWith(".section.entry");
  }

  private ObjectNode sibling(String path) {
    ObjectNode sibling = JSON.objectNode().put("id", mark(path + ".id"));
    sibling.putArray("extension").add(extension(path + ".extension"));
    return sibling;
  }

  private ObjectNode extension(String path) {
    ObjectNode inner = JSON.objectNode().put("url", "http://example.org/inner");
    ObjectNode extension = JSON.objectNode().put("url", "http://example.org/outer");
    extension.putArray("extension").add(inner.put("valueString", mark(path)));
    return extension;
  }

  private JsonNode leaf(Element element, String path) {
    if (!element.codes().isEmpty()) {
      return JSON.textNode(element.codes().iterator().next());
    }
    return isText(element) ? JSON.textNode(text(element, path)) : Typed.value(element.primitive());
  }

  private String text(Element element, String path) {
    String marker = mark(path);
    return element.primitive().equals("xhtml")
        ? "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + marker + "</div>"
        : marker;
  }

  private static boolean isText(Element element) {
    return element.kind() == Kind.PRIMITIVE
        && element.codes().isEmpty()
        && !Typed.has(element.primitive());
  }

  private String mark(String path) {
    planted.add(path);
    return MARKER + path + ";";
  }

  private static Set<String> with(Set<String> around, Element element) {
    Set<String> more = new HashSet<>(around);
    more.add(element.type().get().name());
    return more;
  }
}
