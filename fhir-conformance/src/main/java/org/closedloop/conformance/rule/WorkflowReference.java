package org.closedloop.conformance.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * A reference the workflow hangs on, as data: it has to be literal and lead, within the message, to
 * a resource of one of these types. An intermediary may not be able to fetch anything else.
 *
 * @param type resource type it stands in
 * @param element dotted path
 * @param targets allowed types
 */
record WorkflowReference(String type, String element, Set<String> targets) implements Rule {

  static List<Rule> all() {
    return List.of(
        of("MessageHeader", "focus", "Task"),
        of("MessageHeader", "sender", "PractitionerRole"),
        of("MessageHeader", "destination.receiver", "PractitionerRole"),
        of("Task", "focus", "ServiceRequest"),
        of("Task", "for", "Patient"),
        of("Task", "requester", "PractitionerRole", "Organization"),
        of("Task", "owner", "PractitionerRole", "Organization"),
        of("ServiceRequest", "subject", "Patient"),
        of("ServiceRequest", "requester", "PractitionerRole"),
        of("ServiceRequest", "performer", "PractitionerRole", "Organization"),
        of("Composition", "subject", "Patient"),
        of("Composition", "author", "PractitionerRole"),
        of("Consent", "patient", "Patient"),
        of("Consent", "performer", "Patient", "RelatedPerson"),
        of("Coverage", "beneficiary", "Patient"));
  }

  private static WorkflowReference of(String type, String element, String... targets) {
    return new WorkflowReference(type, element, Set.of(targets));
  }

  @Override
  public String id() {
    return "reference-" + type + "." + element;
  }

  @Override
  public void check(Message message, Report report) {
    for (BundleView bundle : message.view().allBundles()) {
      for (Entry entry : bundle.ofType(type)) {
        check(message, bundle, entry, report);
      }
    }
  }

  private void check(Message message, BundleView bundle, Entry entry, Report report) {
    for (Located place : Located.of(entry).descendants(element)) {
      String literal = Nodes.text(place.node(), "reference");
      if (literal == null) {
        report.missing(
            place.path(),
            "This reference has no literal target; put the resource into the message and reference"
                + " its fullUrl.");
        continue;
      }
      Optional<Entry> target = message.view().find(bundle, literal);
      if (target.isPresent() && !targets.contains(target.get().type())) {
        report.error(
            place.path() + ".reference",
            "This reference has to lead to "
                + String.join(" or ", targets.stream().sorted().toList())
                + "; correct it.");
      }
    }
  }
}
