package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.adapter.core.ResponseClaim;
import org.closedloop.core.directory.Party;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.http.RefusedMessages;

/**
 * Answers of programs over HTTP: {@code POST /fhir/$process-message} (design section 5). 200 with
 * the hub's answer when accepted, 202 when undecided in time, an OperationOutcome when refused.
 */
@Path("/fhir/$process-message")
public class ProcessMessageResource {

  private final RecipientDoor door;
  private final Intake intake;
  private final Verdicts verdicts;
  private final RefusedMessages refused;

  ProcessMessageResource(
      RecipientDoor door, Intake intake, Verdicts verdicts, RefusedMessages refused) {
    this.refused = refused;
    this.door = door;
    this.intake = intake;
    this.verdicts = verdicts;
  }

  /** Takes a status, a feedback document or a confirmation in. */
  @POST
  public Uni<Response> process(@Context HttpHeaders headers, byte[] body) {
    return door.enter(headers, body, party -> take(party, headers, body));
  }

  private Uni<Response> take(Party party, HttpHeaders headers, byte[] body) {
    String requestId = headers.getHeaderString(RecipientDoor.REQUEST_ID);
    return intake
        .message(
            party,
            requestId,
            body,
            BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)))
        .chain(
            claim ->
                switch (claim) {
                  case ResponseClaim.Refused no ->
                      Uni.createFrom()
                          .item(refused.answer(party.id(), requestId, body, no.refusal()));
                  case ResponseClaim.Made made -> verdicts.ask(party, made);
                });
  }
}
