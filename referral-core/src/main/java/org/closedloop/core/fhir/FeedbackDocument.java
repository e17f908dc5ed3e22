package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds the document Bundle that Task.output points to. */
final class FeedbackDocument {

  private FeedbackDocument() {}

  static Optional<Entry> of(MessageView view) {
    return view.task().stream()
        .flatMap(task -> Nodes.list(task.resource(), "output").stream())
        .map(output -> Nodes.at(output, "valueReference"))
        .flatMap(reference -> view.target(view.message(), reference).stream())
        .filter(FeedbackDocument::isDocument)
        .findFirst();
  }

  private static boolean isDocument(Entry entry) {
    JsonNode resource = entry.resource();
    return entry.is("Bundle") && "document".equals(Nodes.text(resource, "type"));
  }
}
