package org.closedloop.gateway.in;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.gateway.core.Intake;
import org.closedloop.kit.full.SecondOpinion;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;

/**
 * {@code POST /fhir/Bundle/$validate}: what {@code $process-message} would say of a message of this
 * hospital, all of it and without consequence. 200 with an OperationOutcome whatever is found; 400,
 * 413 and 415 for what cannot be read.
 */
@Path("/fhir/Bundle/$validate")
public class ValidateResource {

  private final InitiatorDoor door;
  private final Intake intake;
  private final SecondOpinion second;

  ValidateResource(InitiatorDoor door, Intake intake, SecondOpinion second) {
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
  @Blocking
  public Uni<Response> validate(
      @Context HttpHeaders headers, @QueryParam("mode") String mode, byte[] body) {
    FhirFormat format = BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    return door.enter(
        headers,
        body,
        party ->
            second
                .beside(mode, intake.validate(party, body, format), body, format)
                .map(Answers::validated));
  }
}
