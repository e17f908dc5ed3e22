package org.closedloop.feedback.core;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
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

  private static final Placer SERVICE = new Placer("urn:test:orders", null, "SR-1");

  private final Placer task;

  private Spoken(String taskNumber) {
    this.task = new Placer("urn:test:tasks", null, taskNumber);
  }

  /** A referral of the one ServiceRequest, under a Task number. */
  static Spoken ofTask(String number) {
    return new Spoken(number);
  }

  String id() {
    return ReferralId.of(HOSPITAL, SERVICE, task);
  }

  Claim submission(String name) {
    return submission(name, identity(name));
  }

  Claim submission(String claimId, Identity identity) {
    Submission what =
        new Submission(HOSPITAL, PROGRAM, "arthritis", SERVICE, task, List.of("patient-key"));
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

  Claim part(ClaimKind kind, String reason) {
    return Claim.ofHub(kind, id(), List.of(), reason, SAID_AT);
  }

  /** All identities of a message of that name. */
  static Identity identity(String name) {
    return new Identity("message-" + name, "urn:test|bundle-" + name, "content-" + name);
  }
}
