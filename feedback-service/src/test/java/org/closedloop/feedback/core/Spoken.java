package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Revocation;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;

/** Claims of one made-up referral, each under a claim id, message id and content of its own. */
final class Spoken {

  static final String HOSPITAL = "north-hospital";
  static final String PROGRAM = "south-program";
  static final Instant SAID_AT = Instant.parse("2026-03-02T07:59:00Z");

  private static final List<String> PATIENT = List.of("patient-key");

  private final Placer service;
  private final Placer task;

  private Spoken(String serviceNumber, String taskNumber) {
    this.service = new Placer("urn:test:orders", null, serviceNumber);
    this.task = new Placer("urn:test:tasks", null, taskNumber);
  }

  /** A referral of the one ServiceRequest, under a Task number. */
  static Spoken ofTask(String number) {
    return new Spoken("SR-1", number);
  }

  /** A referral of another ServiceRequest about the same patient. */
  static Spoken ofService(String number) {
    return new Spoken(number, "T-" + number);
  }

  String id() {
    return ReferralId.of(HOSPITAL, service, task);
  }

  Claim submission(String name) {
    return submission(name, identity(name));
  }

  Claim submission(String claimId, Identity identity) {
    return submission(claimId, identity, null);
  }

  Claim submission(String name, ConsentTerms consent) {
    return submission(name, identity(name), consent);
  }

  private Claim submission(String claimId, Identity identity, ConsentTerms consent) {
    Submission what =
        new Submission(HOSPITAL, PROGRAM, "arthritis", service, task, PATIENT, consent);
    return Claim.submission(claimId, id(), identity, what, SAID_AT);
  }

  Claim reply(String name, Report report) {
    return report(name, Actor.RECIPIENT, PROGRAM, identity(name), report);
  }

  Claim request(String name, Report report) {
    return report(name, Actor.INITIATOR, HOSPITAL, identity(name), report);
  }

  Claim report(String claimId, Actor actor, String party, Identity identity, Report report) {
    return Claim.report(claimId, id(), actor, party, identity, report, List.of(), SAID_AT);
  }

  /** What the actor of a row reports to make it happen. */
  Claim row(String name, Transition row) {
    Report report =
        new Report(
            row.to().status().code(),
            row.to().businessStatus().code(),
            null,
            row.trigger().word().equals("send-interim-consultation-note"));
    return row.actor() == Actor.INITIATOR ? request(name, report) : reply(name, report);
  }

  /** The hospital's word that the patient's consent is gone. */
  Claim revocation(String claimId, Identity identity, Instant revokedAt) {
    return Claim.revocation(
        claimId,
        ReferralId.derive("revocation|" + claimId),
        HOSPITAL,
        new Identity(null, null, identity.fingerprint()),
        new Revocation(PATIENT, revokedAt),
        SAID_AT);
  }

  Claim part(ClaimKind kind, String reason) {
    return Claim.ofHub(kind, id(), List.of(), reason, SAID_AT);
  }

  /** All identities of a message of that name. */
  static Identity identity(String name) {
    return new Identity("message-" + name, "urn:test|bundle-" + name, "content-" + name);
  }
}
