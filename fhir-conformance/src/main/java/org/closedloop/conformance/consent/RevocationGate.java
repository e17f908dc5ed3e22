package org.closedloop.conformance.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.conformance.BodyReader;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.Shape;
import org.closedloop.conformance.shape.StrictShape;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * Judges a Consent that comes alone: strict reading first, then whether it revokes and whose it is
 * ({@code docs/conformance.md}). Whether the hub knows the patient is not its business.
 */
public final class RevocationGate {

  private final StrictShape strictShape = new StrictShape(R4Model.shared());

  /**
   * Judges a body.
   *
   * @param body as it came
   * @param format what it is written in
   * @param now when it came
   */
  public RevocationReading check(byte[] body, FhirFormat format, Instant now) {
    return switch (BodyReader.read(body, format)) {
      case Reading.Unreadable(Refusal refusal) -> new RevocationReading.Refused(refusal);
      case Reading.Readable(FhirTree tree) -> check(tree, now);
    };
  }

  /** Judges a JSON body. */
  public RevocationReading check(byte[] body, Instant now) {
    return check(body, FhirFormat.JSON, now);
  }

  private RevocationReading check(FhirTree tree, Instant now) {
    Shape shape = strictShape.check(tree.root());
    if (!shape.findings().isEmpty()) {
      boolean unreadable =
          shape.findings().stream().anyMatch(f -> f.ruleId().equals(StrictShape.RESOURCE_TYPE));
      return new RevocationReading.Refused(new Refusal(unreadable ? 400 : 422, shape.findings()));
    }
    if (!"Consent".equals(tree.resourceType())) {
      return refused(
          422, "consent-expected", "invalid", "", "The resource is not a Consent; send one.");
    }
    RevokingConsent consent = new RevokingConsent(tree.root(), now);
    List<Finding> findings = new ArrayList<>(consent.findings());
    return findings.isEmpty()
        ? new RevocationReading.Read(consent.patientKeys(), consent.revokedAt(), tree.fingerprint())
        : new RevocationReading.Refused(new Refusal(422, findings));
  }

  private static RevocationReading refused(
      int status, String ruleId, String type, String expression, String text) {
    return new RevocationReading.Refused(
        Refusal.of(status, Finding.error(ruleId, type, expression, text)));
  }
}
