package org.closedloop.gateway.in;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** {@code Task}: read or search referrals of one's own, or ask for the cancellation of one. */
@Path("/fhir/Task")
public class TaskResource {

  private final InitiatorDoor door;
  private final RecordReader reader;
  private final TaskSearch search;
  private final TaskUpdates updates;

  TaskResource(InitiatorDoor door, RecordReader reader, TaskSearch search, TaskUpdates updates) {
    this.door = door;
    this.reader = reader;
    this.search = search;
    this.updates = updates;
  }

  /** {@code ?identifier=[system|]value} and {@code ?_id=}: a searchset, maybe empty. */
  @GET
  public Uni<Response> search(@Context HttpHeaders headers, @Context UriInfo address) {
    return door.enter(headers, party -> search.find(party, address));
  }

  /** The referral as it stands. */
  @GET
  @Path("{id}")
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("id") String id) {
    return door.enter(headers, party -> reader.task(party.id(), id).map(TaskResource::orNotFound));
  }

  /** Asks for cancellation: the only update an initiator may make. */
  @PUT
  @Blocking
  @Path("{id}")
  public Uni<Response> update(
      @Context HttpHeaders headers, @PathParam("id") String id, byte[] body) {
    return door.enter(headers, body, party -> updates.take(party, id, headers, body));
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
