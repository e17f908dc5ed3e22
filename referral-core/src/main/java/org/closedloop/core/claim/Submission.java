package org.closedloop.core.claim;

import java.util.List;
import org.closedloop.core.fhir.Placer;

/**
 * What a referral is, settled at the gate.
 *
 * @param initiator party id
 * @param program party id of the recipient
 * @param useCase name of the use case
 * @param service PLAC identifier of the ServiceRequest
 * @param task PLAC identifier of the Task, or null
 * @param patientKeys hashed identifiers of the patient, for consent revocation
 * @param consent when its consents were given and end, null when it brought none
 */
public record Submission(
    String initiator,
    String program,
    String useCase,
    Placer service,
    Placer task,
    List<String> patientKeys,
    ConsentTerms consent) {

  public Submission {
    patientKeys = patientKeys == null ? List.of() : List.copyOf(patientKeys);
  }

  /** A referral that brought no consent. */
  public Submission(
      String initiator,
      String program,
      String useCase,
      Placer service,
      Placer task,
      List<String> patientKeys) {
    this(initiator, program, useCase, service, task, patientKeys, null);
  }
}
