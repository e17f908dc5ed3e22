package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** Searches a party's own referrals by number or id; both together must match. */
@ApplicationScoped
class TaskSearch {

  private final RecordReader reader;

  TaskSearch(RecordReader reader) {
    this.reader = reader;
  }

  /** A searchset, or 400 when no parameter is given that the hub knows. */
  Uni<Response> find(Party party, UriInfo address) {
    String identifier = parameter(address, "identifier");
    String id = parameter(address, "_id");
    return identifier.isBlank() && id.isBlank()
        ? Uni.createFrom().item(nothingAsked())
        : tasks(party, identifier, id).map(tasks -> searchset(tasks, address));
  }

  private Uni<List<TaskView>> tasks(Party party, String identifier, String id) {
    if (identifier.isBlank()) {
      return reader.task(party.id(), id).map(task -> task.map(List::of).orElse(List.of()));
    }
    return reader
        .tasksByIdentifier(party.id(), identifier)
        .map(found -> found.stream().filter(t -> id.isBlank() || t.id().equals(id)).toList());
  }

  private static Response searchset(List<TaskView> tasks, UriInfo address) {
    String base = address.getBaseUri().resolve("fhir").toString();
    return Answers.ok(HubMessages.searchset(tasks, address.getRequestUri().toString(), base));
  }

  private static Response nothingAsked() {
    return Answers.refused(
        400,
        "search-parameter",
        "required",
        "Search Tasks by identifier (system|value) or by _id; the hub lists no others.");
  }

  private static String parameter(UriInfo address, String name) {
    String value = address.getQueryParameters().getFirst(name);
    return value == null ? "" : value;
  }
}
