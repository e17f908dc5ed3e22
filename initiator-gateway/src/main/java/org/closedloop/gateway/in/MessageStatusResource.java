package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.gateway.core.Replies;
import org.closedloop.gateway.core.StatusTicket;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/**
 * Where a sender comes back after a 202: 202 again while undecided, then what {@code
 * $process-message} or the update would have answered. The address carries a ticket made for the
 * party; without it, or with another's, there is nothing here.
 */
@Path(StatusAddress.PATH + "/{claimId}")
public class MessageStatusResource {

  private final InitiatorDoor door;
  private final StatusAddress address;
  private final RecordReader reader;
  private final Undecided undecided;

  MessageStatusResource(
      InitiatorDoor door, StatusAddress address, RecordReader reader, Undecided undecided) {
    this.door = door;
    this.address = address;
    this.reader = reader;
    this.undecided = undecided;
  }

  /** What became of a claim. */
  @GET
  public Uni<Response> read(
      @Context HttpHeaders headers,
      @PathParam("claimId") String claimId,
      @QueryParam("ticket") String ticket) {
    return door.enter(
        headers,
        party ->
            address
                .ticket(party, claimId, ticket)
                .map(valid -> status(party, valid))
                .orElseGet(() -> Uni.createFrom().item(Answers.notFound("such message"))));
  }

  private Uni<Response> status(Party party, StatusTicket ticket) {
    return reader.verdict(ticket.claimId()).chain(verdict -> answer(party, ticket, verdict));
  }

  private Uni<Response> answer(Party party, StatusTicket ticket, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return undecided.answer(party, ticket, Optional.empty());
    }
    return verdict.get().accepted()
        ? accepted(party, ticket, verdict.get())
        : Uni.createFrom().item(refused(ticket, verdict.get()));
  }

  private Uni<Response> accepted(Party party, StatusTicket ticket, Verdict verdict) {
    return reader
        .task(party.id(), ticket.referralId())
        .map(task -> task.orElseThrow(() -> new IllegalStateException("accepted without a Task")))
        .map(task -> Answers.ok(resource(ticket, verdict, task)));
  }

  private static byte[] resource(StatusTicket ticket, Verdict verdict, TaskView task) {
    return ticket.ofTask()
        ? HubMessages.task(task)
        : HubMessages.processMessageAnswer(Replies.accepted(ticket.messageId(), task, verdict));
  }

  private static Response refused(StatusTicket ticket, Verdict verdict) {
    return Answers.refused(
        ticket.ofTask() ? Replies.taskRefusal(verdict) : Replies.refusal(verdict));
  }
}
