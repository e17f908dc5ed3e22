package org.closedloop.feedback.core;

import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Report;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Move;
import org.closedloop.core.state.ReportMapping;
import org.closedloop.core.state.Reported;
import org.closedloop.core.state.StateMachine;
import org.closedloop.core.state.Trigger;

/** What a party's report does: whose referral it is, what it means, whether the table has it. */
final class ReportRules {

  private ReportRules() {}

  static Effect judge(Said said, Known known) {
    return known
        .referral()
        .map(referral -> judge(said, referral))
        .orElseGet(Refusals::unknownReferral);
  }

  private static Effect judge(Said said, Referral referral) {
    Claim claim = said.claim();
    if (claim.actor() == Actor.INITIATOR
        && !claim.party().equals(referral.submission().initiator())) {
      return Refusals.unknownReferral();
    }
    if (claim.actor() == Actor.RECIPIENT
        && !claim.party().equals(referral.submission().program())) {
      return Refusals.notOwner();
    }
    Report report = claim.report();
    if (PatientKeys.ofDifferentPeople(referral.submission().patientKeys(), report.patientKeys())) {
      return Refusals.anotherPatient();
    }
    return switch (ReportMapping.map(
        report.taskStatus(), report.businessStatus(), report.hasOutput(), referral.state())) {
      case ReportMapping.Meaning.Unknown(var reason) -> Refusals.because(reason, null);
      case ReportMapping.Meaning.Known(var reported) -> judge(said, referral, reported);
    };
  }

  private static Effect judge(Said said, Referral referral, Reported reported) {
    Claim claim = said.claim();
    return switch (StateMachine.decide(referral.state(), claim.actor(), reported)) {
      case Move.Rejected(var reason) -> Refusals.because(reason, reported.trigger());
      case Move.Accepted(var row) ->
          row.trigger() == Trigger.SEND_REFERRAL_OUTCOME && !said.hasMessage()
              ? Refusals.outcomeWithoutMessage()
              : new Effect.Moved(
                  row, claim.actor(), delivery(claim, referral), claim.report().statusReason());
    };
  }

  /** Whoever answers a referral has its package, also when the adapter never heard so. */
  private static Delivery delivery(Claim claim, Referral referral) {
    return claim.actor() == Actor.RECIPIENT ? Delivery.DELIVERED : referral.delivery();
  }
}
