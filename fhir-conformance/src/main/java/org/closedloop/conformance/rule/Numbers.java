package org.closedloop.conformance.rule;

import java.util.List;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.Identifiers;

/** Counts the identifiers of one type (PLAC, FILL) of a resource, and looks at each. */
final class Numbers {

  private final Entry entry;
  private final Report report;

  Numbers(Entry entry, Report report) {
    this.entry = entry;
    this.report = report;
  }

  /** Demands at least min and at most one identifier of the type, with these elements. */
  void check(String type, int min, List<String> elements) {
    List<Located> found =
        Located.of(entry).children("identifier").stream()
            .filter(identifier -> Identifiers.isOfType(identifier.node(), type))
            .toList();
    if (found.size() < min) {
      report.missing(
          entry.path("identifier"),
          "An identifier of type "
              + type
              + " is needed (type.coding of system "
              + Fhir.IDENTIFIER_TYPES
              + "); add it.");
    }
    found.stream()
        .skip(1)
        .forEach(
            identifier ->
                report.error(
                    identifier.path(),
                    "There is more than one identifier of type " + type + "; keep one."));
    for (Located identifier : found) {
      for (String element : elements) {
        if (identifier.count(element) == 0) {
          report.missing(
              identifier.path() + "." + element,
              "An identifier of type " + type + " needs " + element + "; add it.");
        }
      }
    }
  }
}
