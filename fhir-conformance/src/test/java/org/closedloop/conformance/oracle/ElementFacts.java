package org.closedloop.conformance.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Type;

/** What an element of a snapshot demands, in words that can be compared. */
final class ElementFacts {

  private static final String MAX_VALUE_SET =
      "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet";

  private ElementFacts() {}

  /** The facts of every element of a snapshot, by element id. */
  static Map<String, Map<String, String>> of(StructureDefinition structure) {
    Map<String, Map<String, String>> elements = new LinkedHashMap<>();
    for (ElementDefinition element : structure.getSnapshot().getElement()) {
      elements.put(element.getId(), of(element));
    }
    return elements;
  }

  private static Map<String, String> of(ElementDefinition element) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("cardinality", element.getMin() + ".." + element.getMax());
    facts.put("fixed", value(element.getFixed()));
    facts.put("pattern", value(element.getPattern()));
    facts.put("types", types(element));
    facts.put("slice", element.getSliceName());
    facts.put("slicing", slicing(element));
    facts.put("binding", binding(element));
    facts.put("mustSupport", Boolean.toString(element.getMustSupport()));
    facts.put("constraints", constraints(element));
    return facts;
  }

  private static String value(Type value) {
    if (value == null) {
      return "";
    }
    return value.isPrimitive()
        ? value.fhirType() + " " + value.primitiveValue()
        : value.fhirType() + " " + ParityContext.PARSER.encodeToString(value);
  }

  private static String types(ElementDefinition element) {
    return element.getType().stream()
        .map(ElementFacts::type)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String type(TypeRefComponent type) {
    return type.getCode() + urls(type.getProfile()) + " to " + urls(type.getTargetProfile());
  }

  private static String urls(Iterable<CanonicalType> canonicals) {
    StringBuilder urls = new StringBuilder();
    canonicals.forEach(url -> urls.append(' ').append(url.getValue()));
    return urls.toString();
  }

  private static String slicing(ElementDefinition element) {
    if (!element.hasSlicing()) {
      return "";
    }
    String discriminators =
        element.getSlicing().getDiscriminator().stream()
            .map(d -> d.getType().toCode() + ":" + d.getPath())
            .collect(Collectors.joining(", "));
    return "%s %s ordered=%s"
        .formatted(
            discriminators,
            element.getSlicing().getRules().toCode(),
            element.getSlicing().getOrdered());
  }

  private static String binding(ElementDefinition element) {
    if (!element.hasBinding()) {
      return "";
    }
    String max = element.getBinding().getExtensionString(MAX_VALUE_SET);
    return "%s %s max %s"
        .formatted(
            element.getBinding().getStrength().toCode(), element.getBinding().getValueSet(), max);
  }

  private static String constraints(ElementDefinition element) {
    return element.getConstraint().stream()
        .map(c -> c.getKey() + " " + c.getSeverity().toCode() + " " + c.getExpression())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
