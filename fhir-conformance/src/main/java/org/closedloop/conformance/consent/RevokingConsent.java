package org.closedloop.conformance.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.conformance.shape.FhirTimes.Span;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.outcome.Finding;

/** A Consent of the right shape, as somebody reads it who wants to know whether it revokes. */
final class RevokingConsent {

  private static final Set<String> WITHDRAWN = Set.of("inactive", "entered-in-error", "rejected");

  private final ObjectNode consent;
  private final Instant now;

  RevokingConsent(ObjectNode consent, Instant now) {
    this.consent = consent;
    this.now = now;
  }

  /** Why it cannot be taken as a revocation; empty when it can. */
  List<Finding> findings() {
    return Stream.of(modifiers(), notARevocation(), patientUnnamed())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Keys of the patient it names. */
  List<String> patientKeys() {
    return PatientKeys.of(identifiers());
  }

  /**
   * Since when the consent is gone: a denial since it was given, an ended permit since its end.
   * When a Consent became inactive it does not say, so that counts from now. Never in the future,
   * and with a coarse date as late as it can mean.
   */
  Instant revokedAt() {
    if (WITHDRAWN.contains(status())) {
      return now;
    }
    Span said =
        denies() ? GivenConsent.time(consent, "dateTime") : GivenConsent.time(period(), "end");
    return said == null || said.to().isAfter(now) ? now : said.to();
  }

  private Optional<Finding> modifiers() {
    boolean modified =
        consent.findValue("implicitRules") != null
            || consent.findValue("modifierExtension") != null;
    return modified
        ? Optional.of(
            Finding.error(
                "modifier-extension",
                "Consent",
                "The Consent has implicitRules or a modifierExtension the hub does not know; remove"
                    + " it."))
        : Optional.empty();
  }

  private Optional<Finding> notARevocation() {
    if (WITHDRAWN.contains(status())) {
      return Optional.empty();
    }
    if (!"active".equals(status())) {
      return not("Consent.status", "A draft or proposed Consent changes nothing yet.");
    }
    if (denies()) {
      return inForce()
          ? Optional.empty()
          : not("Consent.provision.period", "The denial is not in force today.");
    }
    return ended()
        ? Optional.empty()
        : not(
            "Consent.provision.type",
            "It permits, or leaves open what it says. A permit travels with a referral, in"
                + " ServiceRequest.supportingInfo.");
  }

  private static Optional<Finding> not(String expression, String why) {
    return Optional.of(
        Finding.error(
            "consent-not-a-revocation",
            expression,
            why
                + " To revoke, send the Consent as inactive or entered-in-error, an active one"
                + " whose provision.type is deny, or one whose provision.period has ended."));
  }

  private Optional<Finding> patientUnnamed() {
    return patientKeys().isEmpty()
        ? Optional.of(
            Finding.error(
                "consent-patient-identifier",
                "required",
                "Consent.patient",
                "The hub knows patients by the identifiers of your referrals. Give one in"
                    + " Consent.patient.identifier (system and value, not a social security"
                    + " number), or refer to a contained Patient that has one."))
        : Optional.empty();
  }

  private List<JsonNode> identifiers() {
    JsonNode patient = Nodes.at(consent, "patient");
    String literal = Nodes.text(patient, "reference");
    return Stream.concat(
            Nodes.list(patient, "identifier").stream(),
            Nodes.list(consent, "contained").stream()
                .filter(inside -> "Patient".equals(Nodes.text(inside, "resourceType")))
                .filter(inside -> ("#" + Nodes.text(inside, "id")).equals(literal))
                .flatMap(inside -> Nodes.list(inside, "identifier").stream()))
        .toList();
  }

  private String status() {
    return Nodes.text(consent, "status");
  }

  private boolean denies() {
    return "deny".equals(Nodes.text(Nodes.at(consent, "provision"), "type"));
  }

  private JsonNode period() {
    return Nodes.at(consent, "provision", "period");
  }

  private boolean ended() {
    Span end = GivenConsent.time(period(), "end");
    return end != null && !now.isBefore(end.to());
  }

  private boolean inForce() {
    Span start = GivenConsent.time(period(), "start");
    return !ended() && (start == null || !now.isBefore(start.from()));
  }
}
