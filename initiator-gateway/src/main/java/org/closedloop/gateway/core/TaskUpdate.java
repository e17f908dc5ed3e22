package org.closedloop.gateway.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.fhir.TaskReader;
import org.closedloop.core.fhir.TaskReading;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.gateway.core.arrival.Saying;

/** The one update of a Task an initiator may make: to ask for its cancellation. Pure. */
public final class TaskUpdate {

  private TaskUpdate() {}

  /**
   * The refusal of an update; empty when it may be claimed.
   *
   * @param pathId id in the address
   * @param task what the body says
   */
  public static Optional<Refusal> judge(String pathId, TaskFacts task) {
    if (!pathId.equals(task.id())) {
      return Optional.of(
          Refusal.of(
              400,
              Finding.error(
                  "task-id",
                  "value",
                  "Task.id",
                  "Task.id is not the id in the address. Make them the same.")));
    }
    return switch (Saying.of(task.taskStatus(), task.businessStatus())) {
      case Saying.CancellationRequest asks -> Optional.empty();
      case Saying.Referral opens -> Optional.of(onlyCancellation());
      case Saying.NotForInitiators no -> Optional.of(onlyCancellation());
    };
  }

  /**
   * The claim of an update.
   *
   * @param party who makes it
   * @param requestId X-Request-ID, or null
   * @param version If-Match, or null
   * @param at when the hub took it in
   */
  public static Claim claim(
      String party, String requestId, String version, TaskFacts task, Instant at) {
    return Claim.report(
        ClaimId.ofTask(party, requestId, task.id(), version, task.fingerprint()),
        task.id(),
        Actor.INITIATOR,
        party,
        new Identity(null, null, task.fingerprint()),
        new Report(task.taskStatus(), task.businessStatus(), task.statusReason(), task.hasOutput()),
        List.of(),
        at);
  }

  /**
   * What a hospital says that asks for the cancellation of a referral: its Task with the status and
   * business status of the request.
   *
   * @param now the Task as it stands
   * @param reason why, null when none was given
   */
  public static TaskFacts cancellation(TaskView now, String reason) {
    TaskView asked =
        new TaskView(
            now.id(),
            now.version(),
            now.lastModified(),
            now.authoredOn(),
            TaskStatus.IN_PROGRESS.code(),
            BusinessStatus.CANCELLATION_REQUESTED.code(),
            reason,
            now.delivery(),
            now.taskPlacer(),
            now.servicePlacer(),
            now.initiatorName(),
            now.initiatorNpi(),
            now.programName(),
            now.programNpi(),
            now.useCase(),
            null);
    return switch (TaskReader.read(HubMessages.task(asked))) {
      case TaskReading.Read read -> read.facts();
      case TaskReading.Refused no ->
          throw new IllegalStateException("the hub's own Task: " + no.refusal().ruleIds());
    };
  }

  private static Refusal onlyCancellation() {
    return Refusal.of(
        422,
        Finding.error(
            "initiator-update",
            "Task.status",
            "An initiator may update a Task only to in-progress with business status 5.2, which"
                + " asks for cancellation."));
  }
}
