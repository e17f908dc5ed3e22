package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;

/** {@code Task/{id}}: read a referral of one's own, or ask for its cancellation. */
@Path("/fhir/Task/{id}")
public class TaskResource {

  private final InitiatorDoor door;
  private final RecordReader reader;
  private final TaskUpdates updates;

  TaskResource(InitiatorDoor door, RecordReader reader, TaskUpdates updates) {
    this.door = door;
    this.reader = reader;
    this.updates = updates;
  }

  /** The referral as it stands. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("id") String id) {
    return door.enter(
        headers, party -> reader.task(party.id(), id).map(TaskResource::orNotFound));
  }

  /** Asks for cancellation: the only update an initiator may make. */
  @PUT
  public Uni<Response> update(
      @Context HttpHeaders headers, @PathParam("id") String id, byte[] body) {
    String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    return BodyRules.check(type, body)
        .map(refusal -> Uni.createFrom().item(Answers.refused(refusal)))
        .orElseGet(() -> door.enter(headers, party -> updates.take(party, id, headers, body)));
  }

  /** 200 with the Task and its version, or 404. */
  static Response orNotFound(Optional<TaskView> task) {
    return task.map(TaskResource::ok).orElseGet(() -> Answers.notFound("such Task"));
  }

  private static Response ok(TaskView task) {
    return Answers.body(200, HubMessages.task(task))
        .header(HttpHeaders.ETAG, "W/\"" + task.version() + "\"")
        .build();
  }
}
