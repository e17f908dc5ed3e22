package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.closedloop.conformance.shape.Path;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/**
 * A resource that is judged.
 *
 * @param resource the resource
 * @param path where it stands
 * @param scope the Bundle whose entries its references find first
 * @param container the resource it is contained in; itself when it is not contained
 */
record Subject(ObjectNode resource, Path path, BundleView scope, ObjectNode container) {

  static Subject of(Entry entry, BundleView scope) {
    return new Subject(entry.resource(), Path.root(entry.path()), scope, entry.resource());
  }

  String type() {
    return String.valueOf(Nodes.text(resource, "resourceType"));
  }

  /** What a Reference in it leads to within the message. */
  Optional<Subject> target(MessageView message, JsonNode reference) {
    String literal = reference == null ? null : Nodes.text(reference, "reference");
    return literal == null ? Optional.empty() : find(message, literal);
  }

  /** As {@link #target} for the literal text of a Reference. */
  Optional<Subject> find(MessageView message, String literal) {
    return literal.startsWith("#") ? contained(literal.substring(1)) : entry(message, literal);
  }

  private Optional<Subject> entry(MessageView message, String literal) {
    Optional<Entry> here = scope.find(literal);
    return here.isPresent()
        ? here.map(entry -> of(entry, scope))
        : message.find(scope, literal).map(entry -> of(entry, message.message()));
  }

  private Optional<Subject> contained(String id) {
    int index = 0;
    for (JsonNode candidate : Nodes.list(container, "contained")) {
      if (candidate instanceof ObjectNode object && id.equals(Nodes.text(object, "id"))) {
        return Optional.of(new Subject(object, path.item("contained", index), scope, container));
      }
      index++;
    }
    return Optional.empty();
  }
}
