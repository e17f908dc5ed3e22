package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.closedloop.adapter.core.Reception;
import org.closedloop.adapter.core.Replies;
import org.closedloop.adapter.core.ResponseClaim.Made;
import org.closedloop.adapter.out.OpenAnswers.OpenAnswer;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.kit.HubConfig;
import org.closedloop.kit.desk.ClaimDesk;
import org.closedloop.kit.http.Answers;

/** Hands a claim in, waits for the verdict and says it over HTTP. */
@ApplicationScoped
class Verdicts {

  private final ClaimDesk desk;
  private final TaskViews views;
  private final Tasks tasks;
  private final Undecided undecided;
  private final HubConfig config;

  Verdicts(ClaimDesk desk, TaskViews views, Tasks tasks, Undecided undecided, HubConfig config) {
    this.desk = desk;
    this.views = views;
    this.tasks = tasks;
    this.undecided = undecided;
    this.config = config;
  }

  /** 200, 202 or the refusal; fails when broker or feedback-service cannot be reached. */
  Uni<Response> ask(Party program, Made made) {
    String claimId = made.claim().claimId();
    return desk.claim(made.claim(), made.payload())
        .chain(() -> desk.await(claimId, config.answerWithin()))
        .chain(
            verdict ->
                verdict.isPresent()
                    ? decided(program, made, verdict.get())
                    : undecided.answer(program, made));
  }

  private Uni<Response> decided(Party program, Made made, Verdict verdict) {
    if (!verdict.accepted()) {
      return Uni.createFrom().item(refused(made.messageId() == null, verdict));
    }
    Uni<Void> told = views.told(verdict);
    return switch (made.reception()) {
      case Reception.Message message ->
          told.map(
              noted ->
                  Answers.ok(
                      HubMessages.processMessageAnswer(
                          Replies.accepted(message, verdict, made.notes()))));
      case Reception.BareTask task ->
          told.chain(() -> tasks.find(program, task.facts().id())).map(Tasks::answer);
      case Reception.Refused refused ->
          throw new IllegalStateException("what was refused is no claim");
    };
  }

  /** What {@code message-status} says of a verdict. */
  Uni<Response> later(Party program, OpenAnswer asked, Verdict verdict) {
    Optional<String> messageId = asked.messageId();
    if (!verdict.accepted()) {
      return Uni.createFrom().item(refused(messageId.isEmpty(), verdict));
    }
    return tasks
        .find(program, verdict.referralId())
        .map(
            task ->
                messageId.isEmpty() || task.isEmpty()
                    ? Tasks.answer(task)
                    : Answers.ok(
                        HubMessages.processMessageAnswer(
                            Replies.accepted(
                                messageId.get(), task.get(), verdict, asked.notes()))));
  }

  private static Response refused(boolean ofTask, Verdict verdict) {
    return Answers.refused(ofTask ? Replies.taskRefusal(verdict) : Replies.refusal(verdict));
  }
}
