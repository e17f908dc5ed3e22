package org.closedloop.gateway.core;

import java.time.Clock;
import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
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
  private final Directory directory;
  private final Clock clock;

  /** An intake over what the hub knows. */
  public Intake(Gate gate, Directory directory, Clock clock) {
    this.gate = gate;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Judges a message.
   *
   * @param sender the party by its token or topic
   * @param requestId X-Request-ID, or null
   * @param body the message as it came
   */
  public Admission admit(Party sender, String requestId, byte[] body) {
    return switch (gate.check(body, Direction.REQUEST)) {
      case GateResult.Refused no ->
          new NotAdmitted(no.refusal(), Origin.ofMessage(no.messageIdOrNull()));
      case GateResult.Passed yes -> judge(Arrival.of(sender, yes, directory), requestId, body);
    };
  }

  private Admission judge(Arrival arrival, String requestId, byte[] body) {
    return Policies.judge(arrival)
        .<Admission>map(refusal -> new NotAdmitted(refusal, origin(arrival)))
        .orElseGet(
            () ->
                new Admitted(
                    MessageClaims.of(arrival, requestId, clock.instant()),
                    arrival,
                    Notes.of(arrival, body)));
  }

  private static Origin origin(Arrival arrival) {
    MessageFacts facts = arrival.facts();
    return new Origin(
        Optional.of(facts.messageId()),
        Optional.of(MessageClaims.referralId(arrival.sender(), facts)));
  }
}
