package org.closedloop.conformance.rule;

import org.closedloop.core.fhir.BundleView;
import org.closedloop.core.fhir.Entry;

/**
 * A Patient that stands in message and document under one fullUrl is one person: copies share an
 * identifier or the birth date.
 */
final class PatientCopies implements Rule {

  @Override
  public String id() {
    return "patient-copies";
  }

  @Override
  public void check(Message message, Report report) {
    for (BundleView document : message.view().documents()) {
      for (Entry copy : document.ofType("Patient")) {
        message.view().message().ofType("Patient").stream()
            .filter(patient -> patient.sameAs(copy) && !People.alike(patient, copy))
            .forEach(
                patient ->
                    report.error(
                        copy.path(),
                        "This copy of the Patient has neither identifier nor birth date in common"
                            + " with the one in the message; they cannot be one person."));
      }
    }
  }
}
