package org.closedloop.conformance.consent;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.outcome.Refusal;

/** What came of reading a Consent that was sent on its own. */
public sealed interface RevocationReading {

  /**
   * It revokes.
   *
   * @param patientKeys of the patient it names, not yet bound to the initiator; at least one
   * @param revokedAt since when the consent is gone
   * @param fingerprint hash of the Consent
   */
  record Read(List<String> patientKeys, Instant revokedAt, String fingerprint)
      implements RevocationReading {

    public Read {
      patientKeys = List.copyOf(patientKeys);
    }
  }

  /** 400 when not readable as FHIR, 413 when too large, 422 when it revokes nothing. */
  record Refused(Refusal refusal) implements RevocationReading {}
}
