package org.closedloop.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;

/** A section of a document's Composition. */
final class Section {

  private final BundleView document;
  private final Located place;
  private final boolean top;
  private List<Entry> entries;

  private Section(BundleView document, Located place, boolean top) {
    this.document = document;
    this.place = place;
    this.top = top;
  }

  /** Where it stands. */
  BundleView document() {
    return document;
  }

  /** Path and node. */
  Located place() {
    return place;
  }

  /** Whether it stands in no other section. */
  boolean top() {
    return top;
  }

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

  /**
   * The resources it lists; several rules ask.
   *
   * @param view of its message, always the same
   */
  List<Entry> entries(MessageView view) {
    if (entries == null) {
      entries = new ArrayList<>();
      for (JsonNode reference : Nodes.list(node(), "entry")) {
        view.target(document, reference).ifPresent(entries::add);
      }
    }
    return entries;
  }

  Optional<Entry> focus(MessageView view, String type) {
    return view.target(document, Nodes.at(node(), "focus")).filter(entry -> entry.is(type));
  }
}
