package org.closedloop.gateway.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.Answer;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.Admission.Admitted;
import org.closedloop.gateway.core.arrival.Arrival;

/**
 * What the hub says of a verdict. Ids and times come from the verdict that the first sending got,
 * so everybody who sends the same message gets the same bytes.
 */
public final class Replies {

  /** A cancellation of what this party never sent; a bare Task answers it as "no such Task". */
  private static final String REFERRAL_UNKNOWN = "referral-unknown";

  private Replies() {}

  /**
   * The answer to a message that was accepted: the Task as decided, the verdict's findings and what
   * the gate noted.
   */
  public static Answer accepted(Admitted message, Verdict verdict) {
    Arrival arrival = message.arrival();
    TaskView task =
        view(
            arrival,
            verdict.referralId(),
            verdict.sequence(),
            verdict.decidedAt(),
            verdict.status(),
            verdict.businessStatus());
    List<Finding> notes = new ArrayList<>(verdict.findings());
    notes.addAll(message.notes());
    return answer(arrival.facts().messageId(), task, verdict, notes);
  }

  /** The same answer later, when only the record and the verdict are at hand. */
  public static Answer accepted(String messageId, TaskView now, Verdict verdict) {
    return answer(messageId, asDecided(now, verdict), verdict, verdict.findings());
  }

  /** The Task of a message nobody has decided yet: what the sender said, no version. */
  public static TaskView undecided(Admitted message) {
    MessageFacts facts = message.arrival().facts();
    return view(
        message.arrival(),
        message.claim().referralId(),
        0,
        message.claim().claimedAt(),
        facts.taskStatus(),
        facts.businessStatus());
  }

  /** The refusal of a message. */
  public static Refusal refusal(Verdict verdict) {
    return new Refusal(verdict.httpStatus(), verdict.findings());
  }

  /** The refusal of a bare Task's update: 404 where the record has no such referral. */
  public static Refusal taskRefusal(Verdict verdict) {
    boolean unknown =
        verdict.findings().stream().anyMatch(f -> f.ruleId().equals(REFERRAL_UNKNOWN));
    return new Refusal(unknown ? 404 : verdict.httpStatus(), verdict.findings());
  }

  /** Id of the hub's answer to whatever has the given name; the same name, the same id. */
  public static String answerId(String name) {
    return ReferralId.derive("answer|" + name);
  }

  private static Answer answer(
      String messageId, TaskView task, Verdict verdict, List<Finding> notes) {
    return new Answer(
        messageId, task, notes, answerId(verdict.firstClaimId()), verdict.decidedAt());
  }

  private static TaskView view(
      Arrival arrival,
      String referralId,
      long version,
      Instant at,
      String status,
      String businessStatus) {
    Party sender = arrival.sender();
    Party recipient = arrival.recipient().orElseThrow();
    return new TaskView(
        referralId,
        version,
        at,
        null,
        status,
        businessStatus,
        null,
        null,
        arrival.facts().taskPlacer(),
        arrival.facts().servicePlacer(),
        sender.name(),
        sender.npi(),
        recipient.name(),
        recipient.npi(),
        arrival.useCase().map(UseCase::name).orElse(null),
        null);
  }

  private static TaskView asDecided(TaskView now, Verdict verdict) {
    return new TaskView(
        now.id(),
        verdict.sequence(),
        verdict.decidedAt(),
        null,
        verdict.status(),
        verdict.businessStatus(),
        null,
        null,
        now.taskPlacer(),
        now.servicePlacer(),
        now.initiatorName(),
        now.initiatorNpi(),
        now.programName(),
        now.programNpi(),
        now.useCase(),
        null);
  }
}
