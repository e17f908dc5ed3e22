package org.closedloop.conformance.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.Item;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.ItemMatch;
import org.closedloop.core.fhir.MessageView;

/**
 * Whom a resource may be about. In early childhood nutrition some items are about the mother; she
 * is the Patient that is the focus of a section with such items, and nobody else is exempt (guide
 * contradictions C14, C15, C17).
 */
final class Subjects {

  private static final String PATIENT = "patient";
  private static final String MOTHER = "mother";
  private static final String EITHER = "either";

  private final MessageView view;
  private final Optional<Flow> flow;
  private final Optional<Entry> patient;
  private final Optional<Entry> mother;
  private final Map<Entry, List<String>> sectionsByEntry = new HashMap<>();

  Subjects(Message message) {
    view = message.view();
    flow = message.flow();
    patient = view.patient();
    mother =
        message.sections().stream()
            .filter(section -> aboutsOf(section.code()).contains(MOTHER))
            .flatMap(section -> section.focus(view, "Patient").stream())
            .findFirst();
    message
        .sections()
        .forEach(
            section ->
                section
                    .entries(view)
                    .forEach(
                        entry ->
                            sectionsByEntry
                                .computeIfAbsent(entry, e -> new ArrayList<>())
                                .add(section.code())));
  }

  /** Whether this Patient is one the resource may be about. */
  boolean allows(Entry resource, Entry subject) {
    return abouts(resource).stream().allMatch(about -> fits(about, subject));
  }

  private boolean fits(String about, Entry subject) {
    boolean isPatient = patient.filter(p -> People.same(p, subject)).isPresent();
    boolean isMother = mother.filter(m -> People.same(m, subject)).isPresent();
    return switch (about) {
      case MOTHER -> isMother;
      case EITHER -> isPatient || isMother;
      default -> isPatient;
    };
  }

  private Set<String> abouts(Entry resource) {
    return switch (resource.type()) {
      case "Task", "ServiceRequest", "Composition", "Consent", "Coverage" -> Set.of(PATIENT);
      default -> {
        List<String> sections = sectionsByEntry.get(resource);
        // What stands in no section goes nowhere, but may not be about a stranger either.
        yield sections == null
            ? Set.of(EITHER)
            : sections.stream()
                .flatMap(section -> abouts(resource, section).stream())
                .collect(Collectors.toSet());
      }
    };
  }

  private Set<String> abouts(Entry resource, String section) {
    Set<String> abouts = new HashSet<>();
    flow.ifPresent(f -> ItemMatch.items(f, resource, section).forEach(i -> abouts.add(i.about())));
    if (abouts.contains(EITHER) || abouts.size() > 1) {
      return Set.of(EITHER);
    }
    if (abouts.isEmpty()) {
      // Not on the list, so it will be withheld: only a stranger is a fault.
      Set<String> ofSection = aboutsOf(section);
      return Set.of(ofSection.isEmpty() || ofSection.equals(Set.of(PATIENT)) ? PATIENT : EITHER);
    }
    return abouts;
  }

  private Set<String> aboutsOf(String section) {
    return flow.stream()
        .flatMap(f -> f.items().stream())
        .filter(item -> item.section().equals(section))
        .map(Item::about)
        .collect(Collectors.toSet());
  }
}
