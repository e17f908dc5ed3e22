package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.kit.full.SecondOpinion;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;

/**
 * {@code POST /fhir/Bundle/$validate}: what {@code $process-message} would say of a status or a
 * feedback of this program, all of it and without consequence. 200 with an OperationOutcome
 * whatever is found; 400, 413 and 415 for what cannot be read.
 */
@Path("/fhir/Bundle/$validate")
public class ValidateResource {

  private final RecipientDoor door;
  private final Intake intake;
  private final SecondOpinion second;

  ValidateResource(RecipientDoor door, Intake intake, SecondOpinion second) {
    this.second = second;
    this.door = door;
    this.intake = intake;
  }

  /**
   * Judges a message, or Parameters that hold one as {@code resource}.
   *
   * @param mode {@code full} asks HAPI's validator, too
   */
  @POST
  public Uni<Response> validate(
      @Context HttpHeaders headers, @QueryParam("mode") String mode, byte[] body) {
    FhirFormat format = BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    return door.enter(
        headers,
        body,
        party ->
            intake
                .validate(party, body, format)
                .chain(first -> second.beside(mode, first, body, format))
                .map(Answers::validated));
  }
}
