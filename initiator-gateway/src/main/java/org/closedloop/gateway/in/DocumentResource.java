package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** {@code Bundle/{id}}: a feedback document that a Task.output of one's own points to. */
@Path("/fhir/Bundle/{id}")
public class DocumentResource {

  private final InitiatorDoor door;
  private final RecordReader reader;

  DocumentResource(InitiatorDoor door, RecordReader reader) {
    this.door = door;
    this.reader = reader;
  }

  /** The document Bundle. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("id") String id) {
    return door.enter(
        headers,
        party ->
            reader
                .document(party.id(), id)
                .map(
                    document ->
                        document
                            .map(Answers::ok)
                            .orElseGet(() -> Answers.notFound("such document"))));
  }
}
