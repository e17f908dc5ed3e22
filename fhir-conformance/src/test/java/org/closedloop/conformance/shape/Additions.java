package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.closedloop.conformance.shape.Element.Kind;

/** Adds to resources, at random, elements that R4 allows there. */
public final class Additions {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What changes the meaning of a message, or whether it holds together: rules look at those. */
  private static final Set<String> LEFT_ALONE =
      Set.of(
          "implicitRules",
          "modifierExtension",
          "contained",
          "doNotPerform",
          "partOf",
          "basedOn",
          "id",
          "meta",
          "entry",
          "section",
          "emptyReason",
          "dataAbsentReason",
          "referenceRange",
          "abatement",
          "stage",
          "evidence");

  /** Data types with rules of their own that random parts would break. */
  private static final Set<String> TYPES_WITH_RULES =
      Set.of(
          "Timing",
          "Dosage",
          "SampledData",
          "Signature",
          "Age",
          "Count",
          "Distance",
          "Ratio",
          "Duration",
          "DataRequirement",
          "TriggerDefinition",
          "ParameterDefinition",
          "RelatedArtifact",
          "Expression",
          "UsageContext",
          "Contributor");

  private static final Map<String, String> CODES =
      Map.of("language", "en-US", "contentType", "text/plain", "currency", "USD");

  private static final R4Model MODEL = new R4Model();
  private final Random random;
  private final Map<String, List<String>> urlsByType;

  /**
   * @param urlsByType what references may lead to
   */
  public Additions(Random random, Map<String, List<String>> urlsByType) {
    this.random = random;
    this.urlsByType = urlsByType;
  }

  /** A resource of this type with what R4 demands and something more; null when none can be. */
  public ObjectNode resource(String type) {
    ObjectNode resource = JSON.objectNode().put("resourceType", type);
    return complete(resource, table(type), 0) ? resource : null;
  }

  /** Adds some elements to a resource, or within it. */
  public void addTo(ObjectNode resource, int elements) {
    for (int i = 0; i < elements; i++) {
      add(resource, table(resource.get("resourceType").asText()), 0);
    }
  }

  private TypeTable table(String type) {
    return MODEL.resource(type).orElseThrow();
  }

  private void add(ObjectNode object, TypeTable table, int depth) {
    Element element = any(elements(table));
    JsonNode present = object.get(element.name());
    JsonNode first = present != null && present.isArray() ? present.path(0) : present;
    boolean extension = element.name().equals("extension");
    if (first instanceof ObjectNode inner
        && element.kind() == Kind.COMPLEX
        && !extension
        && depth < 3) {
      add(inner, element.type().get(), depth + 1);
    } else if (present == null && !hasGroup(object, table, element.group())) {
      put(object, element, depth);
    }
  }

  private static List<Element> elements(TypeTable table) {
    return table.elements().values().stream()
        .filter(element -> !LEFT_ALONE.contains(element.name()))
        .sorted(Comparator.comparing(Element::name))
        .toList();
  }

  private static boolean hasGroup(ObjectNode object, TypeTable table, String group) {
    return table.elements().values().stream()
        .anyMatch(other -> other.group().equals(group) && object.has(other.name()));
  }

  private boolean put(ObjectNode object, Element element, int depth) {
    JsonNode value = value(element, depth);
    if (value != null) {
      object.set(element.name(), element.repeats() ? JSON.arrayNode().add(value) : value);
    }
    return value != null;
  }

  private JsonNode value(Element element, int depth) {
    if (element.kind() == Kind.PRIMITIVE) {
      return primitive(element);
    }
    if (element.kind() == Kind.RESOURCE || depth > 3) {
      return null;
    }
    TypeTable type = element.type().get();
    ObjectNode object = JSON.objectNode();
    return switch (type.name()) {
      case "Extension" -> object.put("url", "http://example.org/x").put("valueString", "CANARY");
      case "Reference" -> reference(element);
      case "CodeableConcept" -> object.put("text", "some text");
      case "ContactPoint" -> object.put("system", "phone").put("value", "555-0100");
      case "Attachment" -> object.put("contentType", "text/plain").put("title", "CANARY");
      case "Narrative" -> object.put("status", "additional").put("div", Stuff.DIV);
      default ->
          !TYPES_WITH_RULES.contains(type.name()) && complete(object, type, depth) ? object : null;
    };
  }

  /** Gives an object all that R4 demands and one element more; false when that is not possible. */
  private boolean complete(ObjectNode object, TypeTable type, int depth) {
    for (String group : type.required()) {
      List<Element> choices = elements(type).stream().filter(e -> e.group().equals(group)).toList();
      if (!hasGroup(object, type, group)
          && choices.stream().noneMatch(choice -> put(object, choice, depth + 1))) {
        return false;
      }
    }
    Set<String> before = new HashSet<>();
    object.fieldNames().forEachRemaining(before::add);
    add(object, type, depth + 1);
    return object.size() > 0 && (object.size() > before.size() || !type.required().isEmpty());
  }

  private JsonNode reference(Element element) {
    List<String> urls = new ArrayList<>();
    if (Set.of("subject", "patient").contains(element.name())) {
      return JSON.objectNode().put("reference", urlsByType.get("Patient").get(0));
    }
    urlsByType.forEach(
        (type, known) ->
            urls.addAll(
                element.targets().isEmpty() || element.targets().contains(type)
                    ? known
                    : List.of()));
    return urls.isEmpty()
        ? null
        : JSON.objectNode().put("reference", any(urls)).put("display", "CANARY");
  }

  private JsonNode primitive(Element element) {
    String type = element.primitive();
    if (!element.codes().isEmpty()) {
      return JSON.textNode(any(element.codes().stream().sorted().toList()));
    }
    return Typed.has(type) ? Typed.value(type) : Stuff.text(type, CODES.get(element.name()));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
