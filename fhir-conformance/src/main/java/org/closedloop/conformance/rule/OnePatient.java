package org.closedloop.conformance.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Nodes;

/**
 * The whole message is about one patient, referenced literally; see Subjects for the mother of
 * early childhood nutrition.
 */
final class OnePatient implements Rule {

  private static final List<String> SUBJECT_ELEMENTS =
      List.of("subject", "patient", "for", "beneficiary");
  private static final Set<String> WORKFLOW =
      Set.of("Task", "ServiceRequest", "Composition", "Consent", "Coverage");

  @Override
  public String id() {
    return "one-patient";
  }

  @Override
  public void check(Message message, Report report) {
    if (message.view().patient().isEmpty()) {
      return;
    }
    Subjects subjects = new Subjects(message);
    for (BundleView bundle : message.view().allBundles()) {
      for (Entry entry : bundle.entries()) {
        check(message, subjects, bundle, entry, report);
      }
    }
  }

  private static void check(
      Message message, Subjects subjects, BundleView bundle, Entry entry, Report report) {
    // That these are literal and lead to a Patient, WorkflowReference sees to.
    boolean workflow = WORKFLOW.contains(entry.type());
    Located resource = Located.of(entry);
    for (String element : SUBJECT_ELEMENTS) {
      for (Located reference : resource.children(element)) {
        if (!workflow && Nodes.text(reference.node(), "reference") == null) {
          report.missing(
              reference.path(),
              "Whom this is about has to be referenced literally, in the message; reference the"
                  + " Patient's fullUrl.");
          continue;
        }
        Optional<Entry> subject = message.view().target(bundle, reference.node());
        boolean person = subject.filter(s -> s.is("Patient")).isPresent();
        if (person ? !subjects.allows(entry, subject.get()) : subject.isPresent() && !workflow) {
          report.error(
              reference.path(),
              "This is about somebody else than the patient of the referral (or, where the use case"
                  + " has items about the mother, in a section of the other person); correct or"
                  + " remove it.");
        }
      }
    }
  }
}
