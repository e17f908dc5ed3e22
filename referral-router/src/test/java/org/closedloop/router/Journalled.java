package org.closedloop.router;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Revocation;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.StatusUpdate;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Trigger;
import org.closedloop.kit.testing.TestData;

/** Decisions as feedback-service journals them, about one referral of the example messages. */
public final class Journalled {

  private static final ExampleMessages EXAMPLES = TestData.examples();
  private static final ReferralState RECEIVED =
      new ReferralState(TaskStatus.RECEIVED, BusinessStatus.CREATED);
  private static final ReferralState CANCELLING =
      new ReferralState(TaskStatus.IN_PROGRESS, BusinessStatus.CANCELLATION_REQUESTED);

  private final Loop loop;
  private final MessageFacts facts;
  private final Submission submission;
  private final String referralId;

  private Journalled(Loop loop, String program) {
    this.loop = loop;
    this.facts = ReferralMessage.ofStored(EXAMPLES.request(loop)).facts();
    this.referralId =
        ReferralId.of(loop.initiator().id(), facts.servicePlacer(), facts.taskPlacer());
    this.submission =
        new Submission(
            loop.initiator().id(),
            program,
            loop.useCase(),
            facts.servicePlacer(),
            facts.taskPlacer(),
            facts.patientKeys());
  }

  /** A referral of lakeside-hospital to riverbend-wellness. */
  public static Journalled referral(String useCase, String salt) {
    return referral(useCase, salt, "riverbend-wellness");
  }

  /** A referral on whose record another program stands. */
  public static Journalled referral(String useCase, String salt, String program) {
    Party initiator = TestData.directory().find("lakeside-hospital").orElseThrow();
    Party recipient = TestData.directory().find("riverbend-wellness").orElseThrow();
    return new Journalled(new Loop(useCase, salt, initiator, recipient), program);
  }

  public String referralId() {
    return referralId;
  }

  public byte[] request() {
    return EXAMPLES.request(loop);
  }

  public byte[] cancellation() {
    return EXAMPLES.cancellationRequest(loop, "cancel", null);
  }

  /** Row 01. */
  public Decision submitted(long sequence) {
    return decision(sequence, submissionClaim(), true, Actor.INITIATOR, RECEIVED, messageId());
  }

  /** The initiator asks for cancellation. */
  public Decision cancellationRequested(long sequence) {
    String id = ReferralMessage.ofStored(cancellation()).facts().messageId();
    return decision(sequence, reportClaim(), true, Actor.INITIATOR, CANCELLING, id);
  }

  /** A refused cancellation; its message is journalled too. */
  public Decision refused(long sequence) {
    return decision(sequence, reportClaim(), false, Actor.INITIATOR, RECEIVED, messageId());
  }

  /** The hub stands in for the program. */
  public Decision decidedByHub(long sequence) {
    return decision(sequence, reportClaim(), true, Actor.HUB, CANCELLING, messageId());
  }

  /** The hub ends it because the consent was revoked; beside it the message to the initiator. */
  public Decision consentRevoked(long sequence) {
    Claim revocation =
        Claim.revocation(
            "claim-3",
            "revocation",
            submission.initiator(),
            Identity.NONE,
            new Revocation(submission.patientKeys(), Instant.EPOCH),
            Instant.EPOCH);
    return decision(
        sequence,
        Claim.consentRevoked(revocation, referralId),
        true,
        Actor.HUB,
        new ReferralState(TaskStatus.REJECTED, BusinessStatus.DECLINED),
        "message-of-initiator");
  }

  /** What the initiator is told of it. */
  public byte[] endForInitiator() {
    return HubMessages.statusUpdate(
        request(),
        new StatusUpdate(
            StatusUpdate.Direction.TO_INITIATOR,
            "2b0c6f3e-6a3a-5d5c-9a5e-000000000001",
            Instant.parse("2026-03-10T10:00:00Z"),
            "rejected",
            "4.0",
            "for the initiator",
            true));
  }

  /** The program answers; that message is for the initiator. */
  public Decision answeredByProgram(long sequence) {
    return decision(sequence, reportClaim(), true, Actor.RECIPIENT, RECEIVED, messageId());
  }

  /** A cancellation that brings no message. */
  public Decision withoutMessage(long sequence) {
    return decision(sequence, reportClaim(), true, Actor.INITIATOR, CANCELLING, null);
  }

  private String messageId() {
    return facts.messageId();
  }

  private Claim submissionClaim() {
    return Claim.submission("claim-1", referralId, Identity.NONE, submission, Instant.EPOCH);
  }

  private Claim reportClaim() {
    Report report = new Report("in-progress", "5.2", null, false);
    return Claim.report(
        "claim-2",
        referralId,
        Actor.INITIATOR,
        submission.initiator(),
        Identity.NONE,
        report,
        List.of(),
        Instant.EPOCH);
  }

  private Decision decision(
      long sequence,
      Claim claim,
      boolean accepted,
      Actor actor,
      ReferralState to,
      String messageId) {
    return new Decision(
        "event-" + referralId + "-" + sequence,
        referralId,
        sequence,
        claim,
        accepted,
        actor,
        accepted ? "01" : null,
        Trigger.SEND_REFERRAL_PACKAGE,
        ReferralState.NONE,
        to,
        Delivery.RECORDED,
        submission,
        messageId,
        null,
        List.of(),
        Instant.now());
  }
}
