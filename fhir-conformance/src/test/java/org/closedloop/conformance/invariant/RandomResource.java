package org.closedloop.conformance.invariant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.closedloop.conformance.shape.Element;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.TypeTable;

/** Random resources of the right shape, with values that invariants ask for. */
final class RandomResource {

  private static final List<String> TEXTS =
      List.of("a", "b", "1", "%", "mg", "*", "#", "Patient", "entered-in-error", "resolved");
  private static final List<String> URIS =
      List.of(
          "http://unitsofmeasure.org",
          "http://terminology.hl7.org/CodeSystem/condition-ver-status",
          "http://terminology.hl7.org/CodeSystem/condition-clinical",
          "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
          "urn:a",
          "#c1",
          "#");
  private static final List<String> DATES =
      List.of("2020", "2020-02", "2020-02-03", "2020-02-04", "2021");
  private static final List<String> INSTANTS =
      List.of("2020-02-03T10:00:00Z", "2020-02-03T23:30:00-02:00", "2020-02-04T01:30:00.000Z");

  /** HAPI's parser does not keep their extensions. */
  private static final Set<String> BARE = Set.of("url", "div", "versionId", "lastUpdated");

  private static final Set<String> OF_RESOURCE = Set.of("implicitRules", "profile", "source");

  private final R4Model model;
  private final Random random;
  private boolean within;

  RandomResource(R4Model model, Random random) {
    this.model = model;
    this.random = random;
  }

  ObjectNode resource(String type) {
    return resource(type, 0);
  }

  private ObjectNode resource(String type, int depth) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", type);
    fill(resource, model.resource(type).orElseThrow(), depth);
    return resource;
  }

  private void fill(ObjectNode object, TypeTable table, int depth) {
    List<String> groups =
        new ArrayList<>(
            table.elements().values().stream().map(Element::group).distinct().sorted().toList());
    int wanted = 1 + random.nextInt(Math.min(depth == 0 ? 10 : 5, groups.size()));
    for (int i = 0; i < wanted; i++) {
      String group = groups.remove(random.nextInt(groups.size()));
      List<Element> choices =
          table.elements().values().stream()
              .filter(element -> element.group().equals(group))
              // HAPI's model has it, its parser does not take it, R4 has it in narratives only.
              .filter(element -> !element.name().endsWith("Xhtml"))
              .sorted(Comparator.comparing(Element::name))
              .toList();
      put(object, choices.get(random.nextInt(choices.size())), depth);
    }
  }

  private void put(ObjectNode object, Element element, int depth) {
    if (element.kind() == Element.Kind.PRIMITIVE) {
      primitive(object, element);
    } else if (depth < (element.kind() == Element.Kind.RESOURCE ? 3 : 4)) {
      // What is contained contains nothing: HAPI's parser would move it up.
      if (element.repeats()) {
        ArrayNode items = object.putArray(element.name());
        for (int i = 0; i <= random.nextInt(2); i++) {
          items.add(complex(element, depth, i));
        }
      } else {
        object.set(element.name(), complex(element, depth, 0));
      }
    }
  }

  private ObjectNode complex(Element element, int depth, int position) {
    if (element.kind() == Element.Kind.RESOURCE) {
      within = true;
      ObjectNode inner = resource(pick(List.of("Organization", "Practitioner", "Patient")), 3);
      within = false;
      return inner.put("id", "c" + position);
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    TypeTable table = element.type().get();
    if (table.name().equals("Extension")) {
      // HAPI's parser does not take others.
      return object.put("url", "http://e.org/x").put("valueCode", pick(TEXTS));
    }
    fill(object, table, depth + 1);
    return object.isEmpty() ? object.put("id", "x") : object;
  }

  private void primitive(ObjectNode object, Element element) {
    if (random.nextInt(12) == 0
        && !element.repeats()
        && !BARE.contains(element.name())
        && !element.primitive().equals("id")) {
      object
          .putObject("_" + element.name())
          .putArray("extension")
          .addObject()
          .put("url", "http://e.org/x")
          .put("valueCode", "a");
    } else if (element.repeats()) {
      ArrayNode items = object.putArray(element.name());
      for (int i = 0; i <= random.nextInt(2); i++) {
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        value(holder, element);
        items.add(holder.get(element.name()));
      }
    } else {
      value(object, element);
    }
  }

  private void value(ObjectNode object, Element element) {
    String name = element.name();
    if (!element.codes().isEmpty()) {
      object.put(name, pick(element.codes().stream().sorted().toList()));
      return;
    }
    switch (element.primitive()) {
      case "boolean" -> object.put(name, random.nextBoolean());
      case "integer" -> object.put(name, random.nextInt(4) - 1);
      case "unsignedInt", "positiveInt" -> object.put(name, 1 + random.nextInt(3));
      case "decimal" ->
          object.put(name, new BigDecimal(pick(List.of("-1", "0", "1.5", "2", "101"))));
      case "date" -> object.put(name, pick(DATES));
      case "dateTime" -> object.put(name, pick(random.nextBoolean() ? DATES : INSTANTS));
      case "instant" -> object.put(name, pick(INSTANTS));
      case "time" -> object.put(name, "10:00:00");
      case "base64Binary" -> object.put(name, "YWJj");
      case "uri", "url", "canonical" ->
          // HL7's engine does not descend to implicitRules and meta of a resource.
          object.put(name, OF_RESOURCE.contains(name) ? "urn:a" : pick(URIS));
      case "uuid" -> object.put(name, "urn:uuid:01234567-0123-0123-0123-0123456789ab");
      case "oid" -> object.put(name, "urn:oid:1.2.3");
      case "id" -> object.put(name, "i" + random.nextInt(3));
      case "xhtml" -> object.put(name, "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>");
      default -> object.put(name, name.equals("reference") ? reference() : pick(TEXTS));
    }
  }

  /** A contained resource that refers to itself only: HL7's engine and its validator disagree. */
  private String reference() {
    return within ? "A/1" : pick(List.of("#c0", "#c1", "#", "A/1"));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
