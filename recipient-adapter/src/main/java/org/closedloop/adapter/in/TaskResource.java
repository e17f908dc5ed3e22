package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.adapter.core.Reception;
import org.closedloop.core.directory.Party;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.kit.http.RefusedMessages;

/** One Task of a program: {@code GET} and {@code PUT /fhir/Task/{id}} (design section 5). */
@Path("/fhir/Task/{id}")
public class TaskResource {

  private static final Refusal OTHER_ID =
      Refusal.of(
          400,
          Finding.error(
              "task-id",
              "value",
              "Task.id",
              "Task.id is not the id in the address. Make them the same."));

  private final RecipientDoor door;
  private final Intake intake;
  private final Tasks tasks;
  private final Verdicts verdicts;
  private final RefusedMessages refused;

  TaskResource(
      RecipientDoor door, Intake intake, Tasks tasks, Verdicts verdicts, RefusedMessages refused) {
    this.refused = refused;
    this.door = door;
    this.intake = intake;
    this.tasks = tasks;
    this.verdicts = verdicts;
  }

  /** The referral as it stands. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("id") String id) {
    return door.enter(headers, party -> tasks.find(party, id).map(Tasks::answer));
  }

  /** Reports a status; the answer is the Task as it then stands. */
  @PUT
  public Uni<Response> update(
      @Context HttpHeaders headers, @PathParam("id") String id, byte[] body) {
    return door.enter(headers, body, party -> take(party, id, headers, body));
  }

  private Uni<Response> take(Party party, String id, HttpHeaders headers, byte[] body) {
    return switch (intake.readTask(party, body)) {
      case Reception.Refused no -> refuse(party, headers, body, no.refusal());
      case Reception.BareTask task ->
          task.facts().id().equals(id)
              ? claim(task, headers)
              : refuse(party, headers, body, OTHER_ID);
      case Reception.Message message ->
          throw new IllegalStateException("a message is not read as a Task");
    };
  }

  private Uni<Response> claim(Reception.BareTask task, HttpHeaders headers) {
    return intake
        .task(
            task,
            headers.getHeaderString(RecipientDoor.REQUEST_ID),
            headers.getHeaderString(HttpHeaders.IF_MATCH))
        .chain(made -> verdicts.ask(task.program(), made));
  }

  private Uni<Response> refuse(Party party, HttpHeaders headers, byte[] body, Refusal refusal) {
    String requestId = headers.getHeaderString(RecipientDoor.REQUEST_ID);
    return Uni.createFrom().item(refused.answer(party.id(), requestId, body, refusal));
  }
}
