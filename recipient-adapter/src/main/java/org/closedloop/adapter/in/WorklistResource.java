package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.http.Answers;

/**
 * The worklist of a program: {@code GET /fhir/Task?owner=…&status=…}. Only its own referrals are
 * ever found; another's owner finds nothing.
 */
@Path("/fhir/Task")
public class WorklistResource {

  private final RecipientDoor door;
  private final Tasks tasks;

  WorklistResource(RecipientDoor door, Tasks tasks) {
    this.door = door;
    this.tasks = tasks;
  }

  /**
   * A searchset.
   *
   * @param owner party id, {@code Organization/<party id>} or NPI; nothing means the caller
   * @param status Task.status codes, comma-separated; nothing means all
   */
  @GET
  public Uni<Response> search(
      @Context HttpHeaders headers,
      @Context UriInfo address,
      @QueryParam("owner") String owner,
      @QueryParam("status") String status) {
    return door.enter(
        headers, party -> find(party, owner, status).map(found -> searchset(found, address)));
  }

  private Uni<List<TaskView>> find(Party party, String owner, String status) {
    return isOf(party, owner)
        ? tasks.worklist(party, codes(status))
        : Uni.createFrom().item(List.of());
  }

  private static boolean isOf(Party party, String owner) {
    return owner == null
        || owner.isBlank()
        || owner.equals(party.id())
        || owner.equals("Organization/" + party.id())
        || owner.substring(owner.indexOf('|') + 1).equals(party.npi());
  }

  private static Set<String> codes(String status) {
    return status == null
        ? Set.of()
        : Arrays.stream(status.split(","))
            .map(String::trim)
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toSet());
  }

  private static Response searchset(List<TaskView> found, UriInfo address) {
    String base = address.getBaseUri().resolve("fhir").toString();
    return Answers.ok(HubMessages.searchset(found, address.getRequestUri().toString(), base));
  }
}
