package org.closedloop.adapter.core;

import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** What a program sent, as far as it can be judged without the database. */
public sealed interface Reception {

  /**
   * A message that passed the gate and comes from whom it says.
   *
   * @param program who sent it, by token or topic
   * @param initiator whom it is for
   * @param facts what it says
   * @param content the message itself; null when the claim is made, and only its answer is awaited
   * @param useCase as told by the message itself, or null
   * @param notes what the gate lets the sender know
   */
  record Message(
      Party program,
      Party initiator,
      MessageFacts facts,
      ReferralMessage content,
      UseCase useCase,
      List<Finding> notes)
      implements Reception {

    /** The referral it is about: computed, not looked up. */
    public String referralId() {
      return ReferralId.of(initiator.id(), facts.servicePlacer(), facts.taskPlacer());
    }

    /** The same for those who wait for the verdict: many at a time, and content is large. */
    Message withoutContent() {
      return new Message(program, initiator, facts, null, useCase, notes);
    }

    /** True when it brings a document. */
    public boolean hasDocument() {
      return !facts.sections().isEmpty();
    }
  }

  /**
   * A Task alone.
   *
   * @param program who sent it
   * @param facts what it says
   */
  record BareTask(Party program, TaskFacts facts) implements Reception {}

  /**
   * It goes no further.
   *
   * @param refusal what to answer
   * @param messageId MessageHeader.id, or null when it could not be read
   */
  record Refused(Refusal refusal, String messageId) implements Reception {}
}
