package org.closedloop.conformance.rule;

import org.closedloop.conformance.shape.ReferenceUse;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Nodes;

/**
 * What a document's Composition refers to is an entry of the document (R4, Documents): it is read,
 * stored and handed on without the message around it.
 */
final class DocumentComplete implements Rule {

  @Override
  public String id() {
    return "document-complete";
  }

  @Override
  public void check(Message message, Report report) {
    message.shape().references().stream()
        .filter(use -> "Composition".equals(Nodes.text(use.resource(), "resourceType")))
        .filter(use -> onlyOutside(message, use))
        .forEach(
            use ->
                report.notFound(
                    use.path() + ".reference",
                    "The Composition refers to an entry outside its document; put that resource"
                        + " into the document."));
  }

  private static boolean onlyOutside(Message message, ReferenceUse use) {
    String literal = Nodes.text(use.reference(), "reference");
    BundleView scope = message.scope(use).orElse(null);
    return literal != null
        && scope != null
        && scope != message.view().message()
        && scope.find(literal).isEmpty()
        && message.view().message().find(literal).isPresent();
  }
}
