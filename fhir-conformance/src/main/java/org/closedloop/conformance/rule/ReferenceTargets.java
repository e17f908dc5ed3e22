package org.closedloop.conformance.rule;

import java.util.Optional;
import org.closedloop.conformance.shape.ReferenceUse;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/** A reference leads to a resource of a type R4 allows there. */
final class ReferenceTargets implements Rule {

  @Override
  public String id() {
    return "reference-target";
  }

  @Override
  public void check(Message message, Report report) {
    message.shape().references().stream()
        .filter(use -> !use.targets().isEmpty())
        .filter(use -> target(message, use).filter(t -> !use.targets().contains(t)).isPresent())
        .forEach(
            use ->
                report.error(
                    use.path() + ".reference",
                    "The reference leads to a resource of a type that FHIR R4 does not allow here;"
                        + " correct it."));
  }

  private static Optional<String> target(Message message, ReferenceUse use) {
    String literal = Nodes.text(use.reference(), "reference");
    if (literal == null) {
      return Optional.empty();
    }
    if (literal.startsWith("#")) {
      return Nodes.list(use.resource(), "contained").stream()
          .filter(contained -> literal.substring(1).equals(Nodes.text(contained, "id")))
          .map(contained -> Nodes.text(contained, "resourceType"))
          .findFirst();
    }
    return message
        .scope(use)
        .flatMap(scope -> message.view().find(scope, literal))
        .map(Entry::type);
  }
}
