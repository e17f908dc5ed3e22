package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.catalog.Flow;

/**
 * Filters the sections of one document's Composition, in place, and remembers which clinical
 * resources the use case lists.
 */
final class SectionFilter {

  private static final String EMPTY_TEXT =
      "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Nothing in this section is passed on.</p>"
          + "</div>";

  private final MessageView view;
  private final Flow flow;
  private final WithheldLog log;
  private final Set<String> sections = new HashSet<>();
  private final Set<Entry> selected = new HashSet<>();

  SectionFilter(MessageView view, Flow flow, WithheldLog log) {
    this.view = view;
    this.flow = flow;
    this.log = log;
    sections.add(flow.section());
    sections.add(Fhir.SUMMARY_SECTION);
    sections.addAll(flow.otherSections());
    flow.items().forEach(item -> sections.add(item.section()));
  }

  /** The clinical resources that stand in a section of the list and match an item of it. */
  Set<Entry> selected() {
    return selected;
  }

  void filter(BundleView document) {
    document
        .first("Composition")
        .ifPresent(composition -> filterSections(document, composition.resource()));
  }

  private void filterSections(BundleView document, ObjectNode parent) {
    if (!(parent.get("section") instanceof ArrayNode array)) {
      return;
    }
    Iterator<JsonNode> items = array.iterator();
    while (items.hasNext()) {
      if (!(items.next() instanceof ObjectNode section) || !keeps(document, section)) {
        items.remove();
      }
    }
    if (array.isEmpty()) {
      parent.remove("section");
    }
  }

  /** Filters one section; false when it goes. */
  private boolean keeps(BundleView document, ObjectNode section) {
    String code = Nodes.code(Nodes.at(section, "code"), Fhir.BSER_CODES);
    if (code == null || !sections.contains(code)) {
      log.add("Composition.section", "not-on-use-case-list");
      return false;
    }
    boolean complete = filterEntries(document, section, code);
    filterSections(document, section);
    filterText(section, complete || code.equals(Fhir.SUMMARY_SECTION));
    boolean empty = !section.has("entry") && !section.has("section") && !section.has("text");
    // The use-case section says which use case this is, and a focus names whom others are about.
    boolean needed = code.equals(flow.section()) || section.has("focus");
    if (empty && needed) {
      section.putObject("text").put("status", "generated").put("div", EMPTY_TEXT);
    }
    return !empty || needed;
  }

  /** Removes what matches no item; true when nothing had to go. */
  private boolean filterEntries(BundleView document, ObjectNode section, String code) {
    boolean complete = true;
    if (section.get("entry") instanceof ArrayNode array) {
      Iterator<JsonNode> items = array.iterator();
      while (items.hasNext()) {
        Optional<Entry> target = view.target(document, items.next());
        if (target.isPresent() && matches(document, target.get(), code)) {
          selected.add(target.get());
        } else {
          items.remove();
          complete = false;
        }
      }
      if (array.isEmpty()) {
        section.remove("entry");
      }
    }
    return complete;
  }

  private boolean matches(BundleView document, Entry entry, String code) {
    return !ItemMatch.items(flow, entry, code).isEmpty()
        && hasItsMedication(document, entry)
        && saysSomething(document, entry);
  }

  /** A panel of nothing but members is empty once none of them is on the list. */
  private boolean saysSomething(BundleView document, Entry entry) {
    List<JsonNode> members = Nodes.list(entry.resource(), "hasMember");
    return members.isEmpty()
        || entry.resource().properties().stream().anyMatch(m -> isContent(m.getKey()))
        || members.stream()
            .flatMap(member -> view.target(document, member).stream())
            .anyMatch(member -> sections.stream().anyMatch(in -> isListed(member, in)));
  }

  private boolean isListed(Entry entry, String code) {
    return !ItemMatch.items(flow, entry, code).isEmpty();
  }

  private static boolean isContent(String element) {
    return element.startsWith("value")
        || element.equals("component")
        || element.equals("dataAbsentReason");
  }

  /** An order whose medication was contained is of no use without it, and no longer valid. */
  private boolean hasItsMedication(BundleView document, Entry entry) {
    JsonNode reference = Nodes.at(entry.resource(), "medicationReference");
    return reference.isMissingNode()
        || view.target(document, reference).filter(e -> e.is("Medication")).isPresent();
  }

  /** The feedback's summary is text of its own; in other sections generated text is not. */
  private void filterText(ObjectNode section, boolean complete) {
    if (!(section.get("text") instanceof ObjectNode narrative)) {
      return;
    }
    // Generated text describes the entries: with an entry withheld it would tell what that said.
    boolean tellsWithheld = !complete && "generated".equals(Nodes.text(narrative, "status"));
    String div = Nodes.text(narrative, "div");
    Optional<String> clean =
        tellsWithheld || div == null ? Optional.empty() : Narrative.sanitise(div);
    if (clean.isPresent()) {
      narrative.put("div", clean.get());
    } else {
      log.add("Composition.section.text", tellsWithheld ? "tells-of-withheld" : "unsafe-text");
      section.remove("text");
    }
  }
}
