package org.closedloop.core.claim;

import java.time.Instant;
import java.util.List;

/**
 * A patient's consent is gone, as an initiator says.
 *
 * @param patientKeys hashed identifiers of the patient, made as those of {@link Submission}
 * @param revokedAt since when; a consent given later is another one
 */
public record Revocation(List<String> patientKeys, Instant revokedAt) {

  public Revocation {
    patientKeys = patientKeys == null ? List.of() : List.copyOf(patientKeys);
  }
}
