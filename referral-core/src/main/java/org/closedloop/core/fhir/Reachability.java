package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which entries go out: what is reachable from the MessageHeader over resources that carry the
 * workflow, and of clinical resources only those a Composition section of the use case names.
 */
final class Reachability {

  /** Resources that may be reached by any reference: people, organisations, permission, cover. */
  private static final Set<String> CARRIERS =
      Set.of(
          "RelatedPerson",
          "PractitionerRole",
          "Practitioner",
          "Organization",
          "HealthcareService",
          "Location",
          "Endpoint",
          "Coverage",
          "Consent");

  private final MessageView view;
  private final Set<Entry> selected;
  private final Map<Entry, BundleView> home = new HashMap<>();
  private final Set<Entry> people = new LinkedHashSet<>();
  private final Set<Entry> kept = new LinkedHashSet<>();
  private final Deque<Entry> toVisit = new ArrayDeque<>();

  /**
   * @param selected clinical resources the use case lists
   */
  Reachability(MessageView view, Set<Entry> selected) {
    this.view = view;
    this.selected = selected;
    view.bundles().forEach(b -> b.entries().forEach(e -> home.put(e, b)));
    view.patient().ifPresent(people::add);
    view.documents().stream()
        .flatMap(d -> d.first("Composition").stream())
        .forEach(c -> addFocusPeople(home.get(c), c.resource()));
  }

  /** Whom the sections are about: in early childhood nutrition the mother beside the child. */
  private void addFocusPeople(BundleView document, JsonNode parent) {
    for (JsonNode section : Nodes.list(parent, "section")) {
      view.target(document, Nodes.at(section, "focus"))
          .filter(e -> e.is("Patient"))
          .ifPresent(people::add);
      addFocusPeople(document, section);
    }
  }

  Set<Entry> kept() {
    view.header().ifPresent(this::keep);
    while (!toVisit.isEmpty()) {
      Entry entry = toVisit.poll();
      references(
          entry.resource(),
          reference ->
              view.target(home.get(entry), reference)
                  .filter(target -> mayFollow(entry, target))
                  .ifPresent(this::keep));
    }
    return kept;
  }

  private void keep(Entry entry) {
    if (!kept.add(entry)) {
      return;
    }
    if (entry.is("Bundle")) {
      // A document stands for its Composition; the rest of it has to be reached from there.
      view.documents().stream()
          .filter(d -> d.bundle() == entry.resource())
          .flatMap(d -> d.first("Composition").stream())
          .forEach(this::keep);
    } else {
      toVisit.add(entry);
    }
  }

  private boolean mayFollow(Entry from, Entry target) {
    return switch (target.type()) {
      case "Task" -> view.task().filter(target::sameAs).isPresent();
      case "ServiceRequest" -> view.serviceRequest().filter(target::sameAs).isPresent();
      case "Patient" -> people.stream().anyMatch(target::sameAs);
      case "Bundle" -> "document".equals(Nodes.text(target.resource(), "type"));
      case "Medication" -> selected.contains(target) || from.is("MedicationRequest");
      default -> CARRIERS.contains(target.type()) || selected.contains(target);
    };
  }

  /** Gives every object with a literal reference to the action. */
  static void references(JsonNode node, Consumer<JsonNode> action) {
    if (Nodes.text(node, "reference") != null) {
      action.accept(node);
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        references(child, action);
      }
    }
  }
}
