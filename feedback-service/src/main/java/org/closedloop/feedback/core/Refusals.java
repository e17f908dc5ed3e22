package org.closedloop.feedback.core;

import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Trigger;

/** All refusals of feedback-service that are not the state machine's: status, rule id, sentence. */
final class Refusals {

  private static final String SERVICE_NUMBER = "ServiceRequest.identifier";

  private Refusals() {}

  /** The claim id is taken by other content. */
  static Effect.Refused requestIdTaken() {
    return conflict(
        "",
        "Other content was sent under the same X-Request-ID or message id. Send new content under"
            + " a new id.");
  }

  /** An accepted message of the same party has this identity and other content. */
  static Effect.Refused identityTaken(IdentityKind kind) {
    return conflict(
        kind.expression(),
        "A message with other content was accepted under the same "
            + kind.element()
            + ". Send new content under a new one.");
  }

  /** The referral is on record with other content. */
  static Effect.Refused placerTaken() {
    return conflict(
        SERVICE_NUMBER,
        "A referral with other content is on record under the same placer numbers. To amend it,"
            + " cancel it and send a new referral under a new Task number.");
  }

  /** One open referral per ServiceRequest. */
  static Effect.Refused anotherOpen() {
    return new Effect.Refused(
        Refusal.of(
            409,
            Finding.error(
                "referral-open",
                "duplicate",
                SERVICE_NUMBER,
                "Another referral of this ServiceRequest is still open. Wait until it has ended,"
                    + " or cancel it first.")),
        Trigger.SEND_REFERRAL_PACKAGE,
        true);
  }

  /** The patient said no after the consent of this referral was given. */
  static Effect.Refused consentRevoked() {
    return rule(
        Trigger.SEND_REFERRAL_PACKAGE,
        "consent-revoked",
        "Bundle.entry.resource.ofType(Consent).dateTime",
        "The patient revoked the consent after this one was given. Refer only with a consent that"
            + " was given since; its dateTime has to tell, with the time of day on the same day.");
  }

  /** Nothing of this patient is on record, or only another hospital's; not told apart. */
  static Effect.Refused patientUnknown() {
    return new Effect.Refused(
        Refusal.of(
            422,
            Finding.error(
                "consent-patient-known",
                "not-found",
                "Consent.patient",
                "No referral of yours about this patient is on record, so there is nothing to"
                    + " revoke. Check the identifiers. If you only just sent the referral, wait for"
                    + " its answer and send this again under a new X-Request-ID.")),
        null,
        false);
  }

  /** No such referral, or another party's; the two are not told apart, nor put in its history. */
  static Effect.Refused unknownReferral() {
    return new Effect.Refused(
        Refusal.of(
            422,
            Finding.error(
                "referral-unknown",
                "not-found",
                SERVICE_NUMBER,
                "No referral of yours is on record under these placer numbers. Check the"
                    + " identifiers of ServiceRequest and Task, and their requester.")),
        null,
        false);
  }

  /** The referral was addressed to another program. */
  static Effect.Refused notOwner() {
    return rule(
        null,
        "recipient-not-owner",
        "Task.owner",
        "This referral was addressed to another program, so only that one may answer it.");
  }

  /** The message is about another person than the referral. */
  static Effect.Refused anotherPatient() {
    return rule(
        null,
        "patient-of-referral",
        "Bundle.entry.resource.ofType(Patient).identifier",
        "The message is about another patient than the referral it names: not one identifier is the"
            + " same. Check which referral it belongs to.");
  }

  /** An outcome without the document it has to bring. */
  static Effect.Refused outcomeWithoutMessage() {
    return rule(
        Trigger.SEND_REFERRAL_OUTCOME,
        "outcome-needs-document",
        "Task.output",
        "An outcome brings the feedback document. Send the whole message by $process-message.");
  }

  /** Taken back by the adapter although the program has it. */
  static Effect.Refused alreadyDelivered() {
    return rule(
        Trigger.SEND_CANCELLATION_CONFIRMATION,
        "already-delivered",
        "Task.status",
        "The program has the referral, so the program has to answer the cancellation request.");
  }

  /** The hub failed at the claim, and its operators gave it up. */
  static Effect.Refused givenUp() {
    return rule(
        null,
        "claim-given-up",
        "",
        "The hub failed to handle this message, and its operators gave it up: it changed nothing."
            + " Send it again under a new X-Request-ID or message id.");
  }

  /** What the state machine or the mapping said no to. */
  static Effect.Refused because(Finding reason, Trigger trigger) {
    return new Effect.Refused(Refusal.of(422, reason), trigger, true);
  }

  private static Effect.Refused conflict(String expression, String text) {
    return new Effect.Refused(
        Refusal.of(409, Finding.error("identity-conflict", "conflict", expression, text)),
        null,
        true);
  }

  private static Effect.Refused rule(
      Trigger trigger, String ruleId, String expression, String text) {
    return because(Finding.error(ruleId, expression, text), trigger);
  }
}
