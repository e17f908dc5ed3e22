package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.closedloop.adapter.core.ResponseClaim.Made;
import org.closedloop.adapter.out.OpenAnswers;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.kit.http.Answers;

/** The 202: the Task so far as known, where to ask again, and when. */
@ApplicationScoped
class Undecided {

  private static final String ASK_AGAIN_SECONDS = "1";
  private static final Finding PENDING =
      Finding.information(
          "undecided", "", "The hub has taken this and has not decided it yet. Ask again later.");

  private final Tasks tasks;
  private final OpenAnswers open;

  Undecided(Tasks tasks, OpenAnswers open) {
    this.tasks = tasks;
    this.open = open;
  }

  /** The first 202 of a claim: from now on its party may ask. */
  Uni<Response> answer(Party program, Made made) {
    String claimId = made.claim().claimId();
    return open.note(claimId, program.id(), Optional.ofNullable(made.messageId()), made.notes())
        .chain(() -> known(program, made.claim().referralId()))
        .map(task -> accepted(claimId, task));
  }

  /** Another 202. */
  Response again(String claimId) {
    return accepted(claimId, Optional.empty());
  }

  /** Where the record cannot be asked the answer goes without the Task. */
  private Uni<Optional<TaskView>> known(Party program, String referralId) {
    return tasks.find(program, referralId).onFailure().recoverWithItem(Optional.empty());
  }

  private static Response accepted(String claimId, Optional<TaskView> task) {
    byte[] body =
        task.map(HubMessages::task).orElseGet(() -> HubMessages.operationOutcome(List.of(PENDING)));
    return Answers.body(202, body)
        .header(HttpHeaders.LOCATION, MessageStatusResource.PATH + "/" + claimId)
        .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS)
        .build();
  }
}
