package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.adapter.out.OpenAnswers;
import org.closedloop.adapter.out.OpenAnswers.OpenAnswer;
import org.closedloop.core.directory.Party;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/**
 * Where a program comes back after a 202: 202 again while undecided, then what {@code
 * $process-message} or the update would have answered. Only for who got the 202, for a day.
 */
@Path(MessageStatusResource.PATH + "/{claimId}")
public class MessageStatusResource {

  static final String PATH = "/fhir/message-status";

  private final RecipientDoor door;
  private final OpenAnswers open;
  private final RecordReader record;
  private final Verdicts verdicts;
  private final Undecided undecided;

  MessageStatusResource(
      RecipientDoor door,
      OpenAnswers open,
      RecordReader record,
      Verdicts verdicts,
      Undecided undecided) {
    this.door = door;
    this.open = open;
    this.record = record;
    this.verdicts = verdicts;
    this.undecided = undecided;
  }

  /** What became of it. */
  @GET
  public Uni<Response> read(@Context HttpHeaders headers, @PathParam("claimId") String claimId) {
    return door.enter(
        headers,
        party ->
            open.find(claimId, party.id())
                .chain(
                    found ->
                        found.isPresent()
                            ? answer(party, claimId, found.get())
                            : Uni.createFrom().item(Answers.notFound("such message"))));
  }

  private Uni<Response> answer(Party party, String claimId, OpenAnswer asked) {
    return record
        .verdict(claimId)
        .chain(
            verdict ->
                verdict.isPresent()
                    ? verdicts.later(party, asked, verdict.get())
                    : Uni.createFrom().item(undecided.again(claimId)));
  }
}
