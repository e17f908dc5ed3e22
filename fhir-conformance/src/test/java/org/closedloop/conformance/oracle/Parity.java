package org.closedloop.conformance.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Differences between two definitions of one profile. */
final class Parity {

  private Parity() {}

  /**
   * Everything in which ours is not the reference, snapshot against snapshot.
   *
   * @param ours with its snapshot
   * @return one line each: element id, fact, what either says
   */
  static List<String> differences(StructureDefinition reference, StructureDefinition ours) {
    List<String> differences = new ArrayList<>();
    compare("", head(reference), head(ours), differences);
    Map<String, Map<String, String>> theirs = ElementFacts.of(reference);
    Map<String, Map<String, String>> mine = ElementFacts.of(ours);
    TreeSet<String> ids = new TreeSet<>(theirs.keySet());
    ids.addAll(mine.keySet());
    for (String id : ids) {
      if (!mine.containsKey(id)) {
        differences.add(id + " is missing");
      } else if (!theirs.containsKey(id)) {
        differences.add(id + " is not in the reference");
      } else {
        compare(id, theirs.get(id), mine.get(id), differences);
      }
    }
    return differences;
  }

  private static Map<String, String> head(StructureDefinition structure) {
    List<String> contexts =
        structure.getContext().stream().map(c -> c.getType() + " " + c.getExpression()).toList();
    return Map.of(
        "type", structure.getType(),
        "kind", structure.getKind().toCode(),
        "base", structure.getBaseDefinition(),
        "derivation", structure.getDerivation().toCode(),
        "abstract", Boolean.toString(structure.getAbstract()),
        "context", contexts.toString());
  }

  /** Adds a line for each fact in which the two differ. */
  static void compare(
      String id, Map<String, String> reference, Map<String, String> ours, List<String> into) {
    reference.forEach(
        (fact, value) -> {
          if (!Objects.equals(value, ours.get(fact))) {
            into.add("%s %s: '%s', reference '%s'".formatted(id, fact, ours.get(fact), value));
          }
        });
  }
}
