package org.closedloop.conformance.oracle;

import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** What a value set or code system consists of, in words that can be compared. */
final class Codes {

  private Codes() {}

  static Set<String> of(Resource resource) {
    Set<String> parts = new TreeSet<>();
    switch (resource) {
      case ValueSet valueSet -> {
        valueSet.getCompose().getInclude().forEach(include -> add(include, "", parts));
        valueSet.getCompose().getExclude().forEach(exclude -> add(exclude, "without ", parts));
      }
      case CodeSystem system -> {
        parts.add("content " + system.getContent().toCode());
        system.getConcept().forEach(concept -> add(concept, parts));
      }
      default -> throw new IllegalArgumentException(resource.fhirType());
    }
    return parts;
  }

  private static void add(ConceptSetComponent part, String word, Set<String> into) {
    part.getValueSet().forEach(valueSet -> into.add(word + "value set " + valueSet.getValue()));
    part.getFilter()
        .forEach(f -> into.add(word + part.getSystem() + " " + f.getOp() + " " + f.getValue()));
    part.getConcept().forEach(c -> into.add(word + part.getSystem() + " " + c.getCode()));
    if (part.hasSystem() && !part.hasConcept() && !part.hasFilter()) {
      into.add(word + "all of " + part.getSystem());
    }
  }

  private static void add(ConceptDefinitionComponent concept, Set<String> into) {
    into.add(concept.getCode());
    concept.getConcept().forEach(child -> add(child, into));
  }
}
