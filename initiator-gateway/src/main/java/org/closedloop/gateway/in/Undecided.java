package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.core.StatusTicket;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/** The 202: the Task so far as known, where to ask again, and when. */
@ApplicationScoped
class Undecided {

  private static final String ASK_AGAIN_SECONDS = "1";

  private final RecordReader reader;
  private final StatusAddress address;

  Undecided(RecordReader reader, StatusAddress address) {
    this.reader = reader;
    this.address = address;
  }

  /**
   * The 202 for a claim that is on its way.
   *
   * @param said the Task as the sender gave it, shown when the record has none yet
   */
  Uni<Response> answer(Party party, StatusTicket ticket, Optional<TaskView> said) {
    return reader
        .task(party.id(), ticket.referralId())
        .map(known -> accepted(party, ticket, known.or(() -> said)));
  }

  private Response accepted(Party party, StatusTicket ticket, Optional<TaskView> task) {
    byte[] body = task.map(HubMessages::task).orElseGet(Undecided::nothingKnown);
    return Answers.body(202, body)
        .header(HttpHeaders.LOCATION, address.of(party, ticket))
        .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS)
        .build();
  }

  private static byte[] nothingKnown() {
    return HubMessages.operationOutcome(
        List.of(
            Finding.information(
                "undecided",
                "",
                "The message was taken and is not decided yet. Ask again at the address in"
                    + " Location.")));
  }
}
