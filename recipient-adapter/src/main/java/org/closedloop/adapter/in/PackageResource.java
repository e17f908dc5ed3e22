package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.adapter.out.PackageStore;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.kit.http.Answers;

/** The filtered package, fetched by its program: {@code GET /fhir/Bundle/{referral id}}. */
@Path("/fhir/Bundle/{id}")
public class PackageResource {

  private final RecipientDoor door;
  private final PackageStore packages;

  PackageResource(RecipientDoor door, PackageStore packages) {
    this.door = door;
    this.packages = packages;
  }

  /** 200 with the message under the id of the address, or 404: unknown, another's, or withdrawn. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("id") String id) {
    return door.enter(
        headers,
        party ->
            packages
                .fetch(party.id(), id)
                .map(
                    found ->
                        found
                            .map(message -> Answers.ok(HubMessages.underId(message, id)))
                            .orElseGet(() -> Answers.notFound("such Bundle"))));
  }
}
