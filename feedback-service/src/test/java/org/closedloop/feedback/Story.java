package org.closedloop.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Revocation;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.kit.testing.TestData;

/**
 * One fresh referral, and the claims that gateway, router and adapter would make of it. The
 * messages are the shipped examples.
 */
public final class Story {

  /** A hospital that hears back on its topic. */
  public static final String BY_TOPIC = "mesa-clinic";

  /** A hospital that hears back by push. */
  public static final String BY_PUSH = "lakeside-hospital";

  /** The program of all stories. */
  public static final String PROGRAM = "riverbend-wellness";

  /** Another program. */
  public static final String OTHER_PROGRAM = "steady-steps";

  private static final String USE_CASE = "arthritis";
  private static final ExampleMessages EXAMPLES = TestData.examples();

  private final String initiator;
  private final ExampleMessages.Loop loop;
  private final MessageFacts facts;
  private final String patientKey;
  private final Instant consentGiven;

  private Story(String initiator, String salt, String patientKey, Instant consentGiven) {
    this.initiator = initiator;
    this.patientKey = patientKey;
    this.consentGiven = consentGiven;
    this.loop = new ExampleMessages.Loop(USE_CASE, salt, party(initiator), party(PROGRAM));
    this.facts = ReferralMessage.ofStored(request()).facts();
  }

  /** A referral of the hospital that hears back on its topic. */
  public static Story fresh() {
    return of(BY_TOPIC);
  }

  /** A referral of some hospital. */
  public static Story of(String initiator) {
    return new Story(initiator, salt(), "patient-of-all", Instant.EPOCH);
  }

  /** A referral of some hospital about a patient of its own. */
  public static Story of(String initiator, String patientKey, Instant consentGiven) {
    return new Story(initiator, salt(), patientKey, consentGiven);
  }

  private static String salt() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static Party party(String id) {
    return TestData.directory().find(id).orElseThrow();
  }

  /** Referral id. */
  public String id() {
    return ReferralId.of(initiator, facts.servicePlacer(), facts.taskPlacer());
  }

  public MessageFacts facts() {
    return facts;
  }

  /** The referral message. */
  public byte[] request() {
    return EXAMPLES.request(loop);
  }

  /** The outcome message with its document. */
  public byte[] outcome() {
    return EXAMPLES.outcome(loop);
  }

  /** A status report of the program. */
  public byte[] update(Step step, String nonce) {
    return EXAMPLES.update(loop, step.state(), nonce, step.reason());
  }

  /** The hospital's request to cancel. */
  public byte[] cancellation(String nonce) {
    return EXAMPLES.cancellationRequest(loop, nonce, null);
  }

  /** The submission under the claim id its message gives it. */
  public Claim submission() {
    return submission(ClaimId.ofMessage(initiator, null, facts.messageId()));
  }

  /** The submission under another claim id, as X-Request-ID makes one. */
  public Claim submission(String claimId) {
    return Claim.submission(claimId, id(), identity(facts), what(), now());
  }

  /** What the referral is. */
  public Submission what() {
    return new Submission(
        initiator,
        PROGRAM,
        USE_CASE,
        facts.servicePlacer(),
        facts.taskPlacer(),
        List.of(patientKey),
        new ConsentTerms(consentGiven, null));
  }

  /** The hospital's word that the patient's consent is gone. */
  public Claim revocation(String claimId, Instant revokedAt) {
    return Claim.revocation(
        claimId,
        ReferralId.derive("revocation|" + claimId),
        initiator,
        new Identity(null, null, "consent-" + claimId),
        new Revocation(List.of(patientKey), revokedAt),
        now());
  }

  /** What the program's message claims. */
  public Claim reply(byte[] message) {
    return report(Actor.RECIPIENT, PROGRAM, message);
  }

  /** What the hospital's message claims. */
  public Claim request(byte[] message) {
    return report(Actor.INITIATOR, initiator, message);
  }

  /** What a party's message claims, under the claim id the message gives it. */
  public Claim report(Actor actor, String party, byte[] message) {
    MessageFacts said = ReferralMessage.ofStored(message).facts();
    Report report =
        new Report(said.taskStatus(), said.businessStatus(), said.statusReason(), said.hasOutput());
    return Claim.report(
        ClaimId.ofMessage(party, null, said.messageId()),
        id(),
        actor,
        party,
        identity(said),
        report,
        List.of(),
        now());
  }

  /** What a bare Task claims. */
  public Claim task(Actor actor, Step step) {
    String party = actor == Actor.INITIATOR ? initiator : PROGRAM;
    String fingerprint = "task-" + UUID.randomUUID();
    return Claim.report(
        ClaimId.ofTask(party, null, id(), null, fingerprint),
        id(),
        actor,
        party,
        new Identity(null, null, fingerprint),
        step.report(false),
        List.of(),
        now());
  }

  /** What a part of the hub claims. */
  public Claim part(ClaimKind kind, String reason) {
    return Claim.ofHub(kind, id(), List.of(), reason, now());
  }

  private static Identity identity(MessageFacts facts) {
    return new Identity(facts.messageId(), facts.bundleIdentifier(), facts.fingerprint());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
