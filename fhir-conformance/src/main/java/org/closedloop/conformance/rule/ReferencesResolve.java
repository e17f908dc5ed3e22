package org.closedloop.conformance.rule;

import org.closedloop.conformance.shape.ReferenceUse;
import org.closedloop.core.fhir.Nodes;

/**
 * Every literal reference leads to something in the message: an intermediary may not be able to
 * fetch anything, and must not.
 */
final class ReferencesResolve implements Rule {

  @Override
  public String id() {
    return "references-resolve";
  }

  @Override
  public void check(Message message, Report report) {
    message.shape().references().stream()
        .filter(use -> !resolves(message, use))
        .forEach(
            use ->
                report.notFound(
                    use.path() + ".reference",
                    "The reference leads to no entry of the message by its fullUrl, and to nothing"
                        + " contained; put its target into the message or correct the reference."
                        + " The hub fetches nothing."));
  }

  private static boolean resolves(Message message, ReferenceUse use) {
    String literal = Nodes.text(use.reference(), "reference");
    if (literal == null || literal.equals("#")) {
      return true;
    }
    if (literal.startsWith("#")) {
      return Nodes.list(use.resource(), "contained").stream()
          .anyMatch(contained -> literal.substring(1).equals(Nodes.text(contained, "id")));
    }
    // Bundles deeper than a document are refused as such.
    return message.scope(use).map(s -> message.view().find(s, literal).isPresent()).orElse(true);
  }
}
