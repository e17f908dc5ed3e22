package org.closedloop.gateway.core;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.state.Actor;
import org.closedloop.gateway.core.arrival.Arrival;

/** Makes the claim of a message that kept every policy. Pure. */
final class MessageClaims {

  private MessageClaims() {}

  /**
   * The claim.
   *
   * @param requestId X-Request-ID, or null
   * @param at when the hub took it in
   */
  static Claim of(Arrival arrival, String requestId, Instant at) {
    MessageFacts facts = arrival.facts();
    String party = arrival.sender().id();
    String claimId = ClaimId.ofMessage(party, requestId, facts.messageId());
    String referralId = referralId(arrival.sender(), facts);
    Identity identity =
        new Identity(facts.messageId(), facts.bundleIdentifier(), facts.fingerprint());
    return arrival.opensReferral()
        ? Claim.submission(claimId, referralId, identity, submission(arrival), at)
        : Claim.report(
            claimId,
            referralId,
            Actor.INITIATOR,
            party,
            identity,
            report(party, facts),
            List.of(),
            at);
  }

  /** The referral a message is about. */
  static String referralId(Party sender, MessageFacts facts) {
    return ReferralId.of(sender.id(), facts.servicePlacer(), facts.taskPlacer());
  }

  private static Submission submission(Arrival arrival) {
    MessageFacts facts = arrival.facts();
    return new Submission(
        arrival.sender().id(),
        arrival.recipient().orElseThrow().id(),
        arrival.useCase().orElseThrow().name(),
        facts.servicePlacer(),
        facts.taskPlacer(),
        PatientKeys.scoped(arrival.sender().id(), facts.patientKeys()),
        arrival.consent().orElse(null));
  }

  private static Report report(String initiator, MessageFacts facts) {
    return new Report(
        facts.taskStatus(),
        facts.businessStatus(),
        facts.statusReason(),
        facts.hasOutput(),
        PatientKeys.scoped(initiator, facts.patientKeys()));
  }
}
