package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closedloop.core.fhir.Nodes;

/** FHIR's data types as words; null where there are none. */
final class Texts {

  /** What SNOMED CT says of the kind of a concept in its name. */
  private static final Pattern KIND =
      Pattern.compile(" \\((disorder|finding|procedure|substance|situation|observable entity)\\)$");

  private Texts() {}

  /** Text, else display, else code of a CodeableConcept. */
  static String concept(JsonNode concept) {
    String text = Nodes.text(concept, "text");
    if (text != null) {
      return plain(text);
    }
    return plain(coding(concept, "display", coding(concept, "code", null)));
  }

  /** A name of a concept without what terminologists add to it. */
  static String plain(String name) {
    return name == null ? null : KIND.matcher(name).replaceFirst("");
  }

  /** The first code of a CodeableConcept. */
  static String code(JsonNode concept) {
    return coding(concept, "code", null);
  }

  private static String coding(JsonNode concept, String member, String other) {
    return Nodes.list(concept, "coding").stream()
        .map(coding -> Nodes.text(coding, member))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(other);
  }

  /** Words of several CodeableConcepts. */
  static List<String> concepts(JsonNode resource, String member) {
    return Nodes.list(resource, member).stream()
        .map(Texts::concept)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The first name of a Patient or Practitioner, as one says it. */
  static String name(JsonNode resource) {
    JsonNode name = Nodes.at(resource, "name");
    String text = Nodes.text(name, "text");
    if (text != null) {
      return text;
    }
    Stream<String> parts =
        Stream.of("prefix", "given", "family", "suffix")
            .flatMap(part -> Nodes.list(name, part).stream())
            .map(JsonNode::textValue)
            .filter(Objects::nonNull);
    return emptyToNull(String.join(" ", parts.toList()));
  }

  /** Values of a kind of telecom. */
  static List<String> telecom(JsonNode resource, String system) {
    return Nodes.list(resource, "telecom").stream()
        .filter(contact -> system.equals(Nodes.text(contact, "system")))
        .map(contact -> Nodes.text(contact, "value"))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The first address, as one writes it on an envelope. */
  static List<String> address(JsonNode resource) {
    JsonNode address = Nodes.at(resource, "address");
    List<String> lines = new ArrayList<>();
    Nodes.list(address, "line").stream()
        .map(JsonNode::textValue)
        .filter(Objects::nonNull)
        .forEach(lines::add);
    String place =
        String.join(
            " ",
            Stream.of("city", "state", "postalCode")
                .map(part -> Nodes.text(address, part))
                .filter(Objects::nonNull)
                .toList());
    if (!place.isEmpty()) {
      lines.add(place);
    }
    return List.copyOf(lines);
  }

  /** A unit as people write it. */
  static String unit(JsonNode quantity) {
    String unit = Nodes.text(quantity, "unit");
    if (unit == null) {
      unit = Nodes.text(quantity, "code");
    }
    return unit == null || unit.equals("1")
        ? ""
        : unit.replace("m2", "m²").replace("mm[Hg]", "mmHg").replaceAll("[{}]", "");
  }

  /** The first of several texts that is there. */
  static String first(String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
