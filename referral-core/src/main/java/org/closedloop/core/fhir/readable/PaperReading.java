package org.closedloop.core.fhir.readable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.NarrativeText;
import org.closedloop.core.fhir.Nodes;

/** One document: its Composition, section by section. */
final class PaperReading {

  private final MessageView view;
  private final BundleView document;
  private final JsonNode composition;
  private final FindingReading findings;
  private final Set<Entry> shown = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();

  PaperReading(MessageView view, BundleView document) {
    this.view = view;
    this.document = document;
    this.composition =
        document.ofType("Composition").stream()
            .findFirst()
            .<JsonNode>map(Entry::resource)
            .orElse(MissingNode.getInstance());
    this.findings = new FindingReading(view, document);
  }

  Paper read() {
    Nodes.list(composition, "section").forEach(this::read);
    return new Paper(
        Nodes.text(document.bundle(), "id"),
        Nodes.text(composition, "title"),
        Texts.first(Nodes.text(composition, "date"), Nodes.text(document.bundle(), "timestamp")),
        new Providers(view, document).card(Nodes.at(composition, "author")).organization(),
        List.copyOf(sections));
  }

  private void read(JsonNode section) {
    List<Measure> measures = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (JsonNode reference : Nodes.list(section, "entry")) {
      view.target(document, reference)
          .filter(entry -> !namedByItsOrder(entry) && shown.add(entry))
          .ifPresent(entry -> sort(entry, measures, answers));
    }
    Section read =
        new Section(
            Texts.first(
                Nodes.text(section, "title"), Texts.concept(Nodes.at(section, "code")), "Section"),
            Nodes.code(Nodes.at(section, "code"), Fhir.BSER_CODES),
            lines(section),
            List.copyOf(measures),
            List.copyOf(answers));
    List<JsonNode> inner = Nodes.list(section, "section");
    if (!read.isEmpty() || inner.isEmpty()) {
      sections.add(read);
    }
    inner.forEach(this::read);
  }

  private static List<String> lines(JsonNode section) {
    String div = Nodes.text(Nodes.at(section, "text"), "div");
    return div == null ? List.of() : NarrativeText.lines(div);
  }

  private void sort(Entry entry, List<Measure> measures, List<Answer> answers) {
    String about = about(entry);
    if (!entry.is("Observation")) {
      answers.add(findings.read(entry.type(), entry.resource(), about));
      return;
    }
    ObservationReading reading = new ObservationReading(entry.resource(), about);
    reading
        .measure()
        .ifPresentOrElse(measures::add, () -> reading.answer().ifPresent(answers::add));
  }

  /** A drug comes with its order: once is enough. */
  private boolean namedByItsOrder(Entry entry) {
    return entry.is("Medication")
        && document.entries().stream()
            .map(order -> Nodes.at(order.resource(), "medicationReference"))
            .anyMatch(drug -> view.target(document, drug).filter(entry::sameAs).isPresent());
  }

  /** Name of the subject when it is somebody else than the document's patient. */
  private String about(Entry entry) {
    JsonNode subject = Nodes.at(entry.resource(), "subject");
    JsonNode patient = Nodes.at(composition, "subject");
    return view.target(document, subject)
        .filter(who -> view.target(document, patient).filter(who::sameAs).isEmpty())
        .map(who -> Texts.first(Texts.name(who.resource()), Nodes.text(subject, "display")))
        .orElse(null);
  }
}
