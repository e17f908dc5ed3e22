package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.adapter.core.ResponseClaim;
import org.closedloop.core.directory.Party;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;

/**
 * Answers of programs over HTTP: {@code POST /fhir/$process-message} (design section 5). 200 with
 * the hub's answer when accepted, 202 when undecided in time, an OperationOutcome when refused.
 */
@Path("/fhir/$process-message")
public class ProcessMessageResource {

  private final RecipientDoor door;
  private final Intake intake;
  private final Verdicts verdicts;

  ProcessMessageResource(RecipientDoor door, Intake intake, Verdicts verdicts) {
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
    return intake
        .message(
            party,
            headers.getHeaderString(RecipientDoor.REQUEST_ID),
            body,
            BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)))
        .chain(
            claim ->
                switch (claim) {
                  case ResponseClaim.Refused no ->
                      Uni.createFrom().item(Answers.refused(no.refusal()));
                  case ResponseClaim.Made made -> verdicts.ask(party, made);
                });
  }
}
