package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The document Bundle that Task.output points to. */
final class FeedbackDocument {

  private FeedbackDocument() {}

  /** Finds it in the message. */
  static Optional<Entry> of(MessageView view) {
    return view.task().stream()
        .flatMap(task -> Nodes.list(task.resource(), "output").stream())
        .map(output -> Nodes.at(output, "valueReference"))
        .flatMap(reference -> view.target(view.message(), reference).stream())
        .filter(FeedbackDocument::isDocument)
        .findFirst();
  }

  private static boolean isDocument(Entry entry) {
    return entry.is("Bundle") && "document".equals(Nodes.text(entry.resource(), "type"));
  }

  /** A copy that also holds what it references in the message around it. */
  static ObjectNode complete(MessageView view, Entry document) {
    ObjectNode copy = document.resource().deepCopy();
    BundleView scope = new BundleView("Bundle", copy);
    Set<String> added = new HashSet<>();
    Deque<JsonNode> toVisit = new ArrayDeque<>();
    scope.entries().forEach(entry -> toVisit.add(entry.resource()));
    while (!toVisit.isEmpty()) {
      Reachability.references(
          toVisit.poll(),
          reference -> {
            String literal = Nodes.text(reference, "reference");
            if (scope.find(literal).isEmpty()) {
              view.message()
                  .find(literal)
                  .filter(entry -> !entry.is("Bundle") && added.add(entry.fullUrl()))
                  .ifPresent(entry -> toVisit.add(append(copy, entry)));
            }
          });
    }
    return copy;
  }

  private static JsonNode append(ObjectNode document, Entry entry) {
    JsonNode resource = entry.resource().deepCopy();
    ((ArrayNode) document.get("entry"))
        .addObject()
        .put("fullUrl", entry.fullUrl())
        .set("resource", resource);
    return resource;
  }
}
