package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/**
 * A document has id, identifier and timestamp, and its one Composition comes first (R4 bdl-9 to
 * bdl-11 and the guide).
 */
final class DocumentShape implements Rule {

  @Override
  public String id() {
    return "document-shape";
  }

  @Override
  public void check(Message message, Report report) {
    message.view().documents().stream()
        .filter(bundle -> "document".equals(Nodes.text(bundle.bundle(), "type")))
        .forEach(bundle -> check(bundle, report));
  }

  private static void check(BundleView document, Report report) {
    demand(document, "id", report);
    demand(document, "timestamp", report);
    demand(document, "identifier", report);
    Located identifier = Located.of("", Nodes.at(document.bundle(), "identifier"));
    if (!identifier.node().isMissingNode()
        && (identifier.count("system") == 0 || identifier.count("value") == 0)) {
      report.missing(
          document.path("identifier"), "A document's identifier has system and value; add them.");
    }
    if (document.first("Composition").isEmpty()) {
      report.error(
          document.path("entry[0].resource"),
          "The first entry of a document is its Composition; put it there.");
    }
    document.ofType("Composition").stream()
        .skip(1)
        .forEach(
            composition ->
                report.error(composition.path(), "A document has only one Composition."));
  }

  private static void demand(BundleView document, String element, Report report) {
    if (!document.bundle().has(element)) {
      report.missing(document.path(element), "A document has " + element + "; add it.");
    }
  }
}
