package org.closedloop.adapter.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.Answer;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * What the hub says to a program. Ids and times come from the verdict that the first sending got,
 * so everybody who sends the same message gets the same bytes.
 */
public final class Replies {

  /** Rules of feedback-service that mean "not yours": a bare Task's update answers them by 404. */
  private static final Set<String> NOT_YOURS = Set.of("referral-unknown", "recipient-not-owner");

  private Replies() {}

  /** The answer to a message that was accepted. */
  public static Answer accepted(Reception.Message message, Verdict verdict, List<Finding> notes) {
    return answer(message.facts().messageId(), decided(message, verdict), verdict, notes);
  }

  /** The same answer later, when only the view, the verdict and the notes are at hand. */
  public static Answer accepted(
      String messageId, TaskView now, Verdict verdict, List<Finding> notes) {
    return answer(messageId, decided(now, verdict), verdict, notes);
  }

  /** The refusal of a message. */
  public static Refusal refusal(Verdict verdict) {
    return new Refusal(verdict.httpStatus(), verdict.findings());
  }

  /** The refusal of a bare Task's update: 404 for what this program does not have. */
  public static Refusal taskRefusal(Verdict verdict) {
    boolean notYours =
        verdict.findings().stream().anyMatch(found -> NOT_YOURS.contains(found.ruleId()));
    return notYours ? noSuchTask() : refusal(verdict);
  }

  /** A Task as the adapter knows it. */
  public static TaskView view(TaskRecord task, Directory directory) {
    return new TaskView(
        task.referralId(),
        task.sequence(),
        task.lastModified(),
        task.authoredOn().toString(),
        task.status(),
        task.businessStatus(),
        task.statusReason(),
        task.delivery(),
        task.task(),
        task.service(),
        name(directory, task.initiator()),
        npi(directory, task.initiator()),
        name(directory, task.program()),
        npi(directory, task.program()),
        task.useCase(),
        task.feedbackDocumentId());
  }

  /** Id of the hub's answer to whatever has the given name; the same name, the same id. */
  public static String answerId(String name) {
    return ReferralId.derive("answer|" + name);
  }

  private static Answer answer(
      String messageId, TaskView task, Verdict verdict, List<Finding> notes) {
    List<Finding> all = new ArrayList<>(verdict.findings());
    all.addAll(notes);
    return new Answer(messageId, task, all, answerId(verdict.firstClaimId()), verdict.decidedAt());
  }

  private static TaskView decided(Reception.Message message, Verdict verdict) {
    return new TaskView(
        verdict.referralId(),
        verdict.sequence(),
        verdict.decidedAt(),
        null,
        verdict.status(),
        verdict.businessStatus(),
        null,
        null,
        message.facts().taskPlacer(),
        message.facts().servicePlacer(),
        message.initiator().name(),
        message.initiator().npi(),
        message.program().name(),
        message.program().npi(),
        message.useCase() == null ? null : message.useCase().name(),
        null);
  }

  private static TaskView decided(TaskView now, Verdict verdict) {
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

  private static Refusal noSuchTask() {
    return Refusal.of(
        404, Finding.error("not-found", "not-found", "", "There is no such Task here for you."));
  }

  private static String name(Directory directory, String party) {
    return directory.find(party).map(Party::name).orElse(null);
  }

  private static String npi(Directory directory, String party) {
    return directory.find(party).map(Party::npi).orElse(null);
  }
}
