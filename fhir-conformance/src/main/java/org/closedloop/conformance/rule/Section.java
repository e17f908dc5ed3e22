package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/**
 * A section of a document's Composition.
 *
 * @param document where it stands
 * @param place path and node
 * @param top whether it stands in no other section
 */
record Section(BundleView document, Located place, boolean top) {

  /** All sections of the message's documents, outer before inner. */
  static Stream<Section> all(MessageView view) {
    return view.documents().stream()
        .flatMap(
            document ->
                document.first("Composition").stream()
                    .flatMap(composition -> of(document, Located.of(composition), true)));
  }

  private static Stream<Section> of(BundleView document, Located parent, boolean top) {
    return parent.children("section").stream()
        .flatMap(
            place ->
                Stream.concat(
                    Stream.of(new Section(document, place, top)), of(document, place, false)));
  }

  JsonNode node() {
    return place.node();
  }

  /** Its code in the guide's code system, null when it has none. */
  String code() {
    return Nodes.code(Nodes.at(node(), "code"), Fhir.BSER_CODES);
  }

  /** The resources it lists. */
  List<Entry> entries(MessageView view) {
    return Nodes.list(node(), "entry").stream()
        .flatMap(reference -> view.target(document, reference).stream())
        .toList();
  }

  Optional<Entry> focus(MessageView view, String type) {
    return view.target(document, Nodes.at(node(), "focus")).filter(entry -> entry.is(type));
  }
}
