package org.closedloop.adapter.core;

import java.util.Optional;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.fhir.TaskReader;
import org.closedloop.core.fhir.TaskReading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Reads what a program sends: the gate first, then who it is from and for. Pure. */
public final class ReceptionDesk {

  private static final String TASK = "Task";

  private final Gate gate;
  private final Directory directory;

  /** A desk over what the hub knows. */
  public ReceptionDesk(Gate gate, Directory directory) {
    this.gate = gate;
    this.directory = directory;
  }

  /**
   * Reads a message Bundle.
   *
   * @param program who sends it, by token or topic
   * @param body as it was read
   */
  public Reception message(Party program, Reading body) {
    return switch (gate.check(body, Direction.FEEDBACK)) {
      case GateResult.Refused no -> new Reception.Refused(no.refusal(), no.messageIdOrNull());
      case GateResult.Passed yes -> passed(program, yes);
    };
  }

  /** Reads a Task alone; parameters as for {@link #message}. */
  public Reception task(Party program, Reading body) {
    return switch (TaskReader.read(body)) {
      case TaskReading.Refused no -> new Reception.Refused(no.refusal(), null);
      case TaskReading.Read yes -> new Reception.BareTask(program, yes.facts());
    };
  }

  /** Reads either, whichever it is: a topic has no address that tells. */
  public Reception messageOrTask(Party program, Reading body) {
    boolean isTask =
        body instanceof Reading.Readable readable && TASK.equals(readable.tree().resourceType());
    return isTask ? task(program, body) : message(program, body);
  }

  /** Who a message that passed the gate is from and for. */
  public Reception passed(Party program, GateResult.Passed passed) {
    MessageFacts facts = passed.message().facts();
    if (!program.npi().equals(facts.senderNpi())) {
      return new Reception.Refused(senderNotParty(), facts.messageId());
    }
    Optional<Party> initiator =
        directory
            .byNpi(facts.requesterNpi())
            .filter(party -> party.roles().contains(Role.INITIATOR));
    return initiator
        .<Reception>map(
            party ->
                new Reception.Message(
                    program, party, facts, passed.message(), passed.useCase(), passed.notes()))
        .orElseGet(() -> new Reception.Refused(initiatorUnknown(), facts.messageId()));
  }

  private static Refusal senderNotParty() {
    return Refusal.of(
        403,
        Finding.error(
            "sender-not-party",
            "forbidden",
            "Bundle.entry.resource.ofType(MessageHeader).sender",
            "The organization of MessageHeader.sender is not the party this token or topic"
                + " belongs to. Send with your own organization's NPI."));
  }

  private static Refusal initiatorUnknown() {
    return Refusal.of(
        422,
        Finding.error(
            "initiator-unknown",
            "not-found",
            "Bundle.entry.resource.ofType(Task).requester",
            "The directory has no initiator with the NPI of Task.requester's organization. Send"
                + " the requester of the referral as you got it."));
  }
}
