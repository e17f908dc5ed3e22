package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** {@code Task?identifier=[system|]value} and {@code Task?_id=}: one's own referrals by number. */
@Path("/fhir/Task")
public class TaskSearchResource {

  private final InitiatorDoor door;
  private final RecordReader reader;

  TaskSearchResource(InitiatorDoor door, RecordReader reader) {
    this.door = door;
    this.reader = reader;
  }

  /** A searchset; empty when nothing of this party matches. */
  @GET
  public Uni<Response> search(
      @Context HttpHeaders headers,
      @Context UriInfo address,
      @QueryParam("identifier") String identifier,
      @QueryParam("_id") String id) {
    return door.enter(
        headers,
        party ->
            isBlank(identifier) && isBlank(id)
                ? Uni.createFrom().item(nothingAsked())
                : find(party, identifier, id).map(tasks -> searchset(tasks, address)));
  }

  private Uni<List<TaskView>> find(Party party, String identifier, String id) {
    if (isBlank(identifier)) {
      return reader.task(party.id(), id).map(task -> task.map(List::of).orElse(List.of()));
    }
    return reader
        .tasksByIdentifier(party.id(), identifier)
        .map(found -> found.stream().filter(t -> isBlank(id) || t.id().equals(id)).toList());
  }

  private static Response searchset(List<TaskView> tasks, UriInfo address) {
    String base = address.getBaseUri().resolve("fhir").toString();
    return Answers.ok(
        HubMessages.searchset(tasks, address.getRequestUri().toString(), base));
  }

  private static Response nothingAsked() {
    return Answers.refused(
        400,
        "search-parameter",
        "required",
        "Search Tasks by identifier (system|value) or by _id; the hub lists no others.");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
