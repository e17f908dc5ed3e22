package org.closedloop.adapter.testing;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Revocation;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Trigger;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.testing.TestData;

/** One referral, as router, feedback-service and program speak of it. */
public final class PlayedReferral {

  /** What row 01 leads to. */
  public static final ReferralState RECEIVED =
      new ReferralState(TaskStatus.RECEIVED, BusinessStatus.CREATED);

  /** What row 02 leads to. */
  public static final ReferralState ACCEPTED =
      new ReferralState(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED);

  private static final String USE_CASE = "arthritis";
  private static final Instant DECIDED = Instant.parse("2026-03-10T09:00:00Z");

  private final World world;
  private final Party initiator;
  private final Party program;
  private final Loop loop;
  private final String id;

  PlayedReferral(World world, Party initiator, Party program, String salt) {
    this.world = world;
    this.initiator = initiator;
    this.program = program;
    this.loop = new Loop(USE_CASE, salt, initiator, program);
    MessageFacts facts = facts(world.examples().request(loop));
    this.id = ReferralId.of(initiator.id(), facts.servicePlacer(), facts.taskPlacer());
  }

  /** The referral id. */
  public String id() {
    return id;
  }

  /** Party id of its program. */
  public String program() {
    return program.id();
  }

  /** The package as the router writes it. */
  public byte[] packageMessage() {
    return filtered(world.examples().request(loop));
  }

  /** The cancellation request as the router writes it. */
  public byte[] cancellationMessage() {
    return filtered(world.examples().cancellationRequest(loop, "cancel", null));
  }

  /** The router writes the package. */
  public void routePackage() {
    world.topics().send(routed(1, true, packageMessage()));
  }

  /** The router writes the cancellation request. */
  public void routeCancellation() {
    world.topics().send(routed(4, false, cancellationMessage()));
  }

  /** feedback-service journals row 01. */
  public void recorded() {
    decided(1, "01", RECEIVED, Delivery.RECORDED, null, null);
  }

  /** feedback-service journals something that was accepted. */
  public void decided(
      long sequence,
      String tid,
      ReferralState to,
      Delivery delivery,
      String reason,
      String documentId) {
    world
        .topics()
        .send(
            HubRecords.journal(
                decision(true, sequence, tid, to, delivery, reason, documentId), null));
  }

  /** feedback-service journals that the consent was revoked: row 03 by the hub. */
  public void consentRevoked(long sequence) {
    Claim revocation =
        Claim.revocation(
            ReferralId.derive("revocation" + id),
            ReferralId.derive("of" + id),
            initiator.id(),
            Identity.NONE,
            new Revocation(List.of("key"), DECIDED),
            DECIDED);
    world.topics().send(HubRecords.journal(accepted(revocation, 0, null, null, null), null));
    world
        .topics()
        .send(
            HubRecords.journal(
                accepted(
                    Claim.consentRevoked(revocation, id),
                    sequence,
                    new ReferralState(TaskStatus.REJECTED, BusinessStatus.DECLINED),
                    Delivery.RECORDED,
                    submission()),
                null));
  }

  private static Decision accepted(
      Claim claim, long sequence, ReferralState to, Delivery delivery, Submission submission) {
    return new Decision(
        ReferralId.derive("decision" + claim.claimId()),
        claim.referralId(),
        sequence,
        claim,
        true,
        claim.actor(),
        to == null ? null : "03",
        null,
        ReferralState.NONE,
        to,
        delivery,
        submission,
        to == null ? null : "message",
        null,
        List.of(),
        DECIDED.plusSeconds(sequence));
  }

  /** feedback-service journals an operator's command, or an end that the hub decided. */
  public void command(ClaimKind kind, long sequence, String tid) {
    Claim claim =
        kind == ClaimKind.UNDELIVERABLE
            ? Claim.ofHub(kind, id, List.of(), "http-422", DECIDED)
            : Claim.ofOperator(kind, id, "request-" + sequence, "test", DECIDED);
    world
        .topics()
        .send(
            HubRecords.journal(
                new Decision(
                    ReferralId.derive("decision" + id + sequence),
                    id,
                    sequence,
                    claim,
                    true,
                    Actor.HUB,
                    tid,
                    null,
                    RECEIVED,
                    tid == null
                        ? RECEIVED
                        : new ReferralState(TaskStatus.REJECTED, BusinessStatus.DECLINED),
                    kind == ClaimKind.REPLAY ? Delivery.RETRYING : Delivery.UNDELIVERABLE,
                    submission(),
                    null,
                    null,
                    List.of(),
                    DECIDED.plusSeconds(sequence)),
                null));
  }

  /** The router writes what the hub tells the program. */
  public void routeNotice(long sequence) {
    world.topics().send(routed(sequence, false, cancellationMessage()));
  }

  /** feedback-service journals a refusal. */
  public void refused(long sequence, ReferralState state) {
    world
        .topics()
        .send(
            HubRecords.journal(
                decision(false, sequence, null, state, Delivery.RECORDED, null, null), null));
  }

  /** A status message of the program. */
  public byte[] update(ReferralState state, String nonce) {
    return world.examples().update(loop, state, nonce);
  }

  /** The outcome with its feedback document. */
  public byte[] outcome() {
    return world.examples().outcome(loop);
  }

  private static MessageFacts facts(byte[] message) {
    return ReferralMessage.ofStored(message).facts();
  }

  private static byte[] filtered(byte[] message) {
    UseCase useCase = TestData.catalog().find(USE_CASE).orElseThrow();
    return MinimumNecessary.request(message, useCase).bytes();
  }

  private HubRecord routed(long sequence, boolean referral, byte[] message) {
    Routed routed =
        new Routed(
            id,
            sequence,
            referral,
            USE_CASE,
            initiator.id(),
            program.id(),
            facts(message).messageId(),
            DECIDED);
    return HubRecords.routed(routed, message);
  }

  private Decision decision(
      boolean accepted,
      long sequence,
      String tid,
      ReferralState to,
      Delivery delivery,
      String reason,
      String documentId) {
    Claim claim =
        Claim.report(
            ReferralId.derive(id + sequence),
            id,
            Actor.RECIPIENT,
            program.id(),
            Identity.NONE,
            new Report(to.status().code(), to.businessStatus().code(), reason, false),
            List.of(),
            DECIDED);
    return new Decision(
        ReferralId.derive("decision" + id + sequence),
        id,
        sequence,
        claim,
        accepted,
        Actor.RECIPIENT,
        tid,
        Trigger.SEND_REFERRAL_PACKAGE,
        to,
        to,
        delivery,
        submission(),
        null,
        documentId,
        List.of(),
        DECIDED.plusSeconds(sequence));
  }

  private Submission submission() {
    MessageFacts facts = facts(world.examples().request(loop));
    return new Submission(
        initiator.id(),
        program.id(),
        USE_CASE,
        facts.servicePlacer(),
        facts.taskPlacer(),
        List.of());
  }
}
