package org.closedloop.gateway.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.conformance.validate.Validation;
import org.closedloop.conformance.validate.Validator;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.core.Admission.Admitted;
import org.closedloop.gateway.core.Admission.NotAdmitted;
import org.closedloop.gateway.core.Admission.Origin;
import org.closedloop.gateway.core.arrival.Arrival;
import org.closedloop.gateway.core.policy.Policies;

/**
 * Everything a message goes through before it becomes a claim, the same for both doors: the gate,
 * then the policies. Decides nothing about the referral itself.
 */
public final class Intake {

  private final Gate gate;
  private final Validator validator;
  private final Directory directory;
  private final Clock clock;

  /** An intake over what the hub knows. */
  public Intake(Gate gate, Directory directory, Clock clock) {
    this.gate = gate;
    this.validator = new Validator(gate, Direction.REQUEST);
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Judges a message.
   *
   * @param sender the party by its token or topic
   * @param requestId X-Request-ID, or null
   * @param body the message as it came
   * @param format what it is written in
   */
  public Admission admit(Party sender, String requestId, byte[] body, FhirFormat format) {
    return switch (gate.check(body, format, Direction.REQUEST)) {
      case GateResult.Refused no ->
          new NotAdmitted(no.refusal(), Origin.ofMessage(no.messageIdOrNull()));
      case GateResult.Passed yes ->
          judge(Arrival.of(sender, yes, directory), requestId, yes.message());
    };
  }

  /** Says what {@link #admit} would, and all of it; nothing becomes a claim. */
  public Validation validate(Party sender, byte[] body, FhirFormat format) {
    return validator.validate(body, format, passed -> findings(sender, passed));
  }

  private List<Finding> findings(Party sender, GateResult.Passed passed) {
    Arrival arrival = Arrival.of(sender, passed, directory);
    List<Finding> findings = new ArrayList<>(Policies.findings(arrival));
    findings.addAll(Notes.of(arrival, passed.message()));
    return findings;
  }

  private Admission judge(Arrival arrival, String requestId, ReferralMessage message) {
    return Policies.judge(arrival)
        .<Admission>map(refusal -> new NotAdmitted(refusal, origin(arrival)))
        .orElseGet(
            () ->
                new Admitted(
                    MessageClaims.of(arrival, requestId, clock.instant()),
                    message.bytes(),
                    arrival,
                    Notes.of(arrival, message)));
  }

  private static Origin origin(Arrival arrival) {
    MessageFacts facts = arrival.facts();
    return new Origin(
        Optional.of(facts.messageId()),
        Optional.of(MessageClaims.referralId(arrival.sender(), facts)));
  }
}
