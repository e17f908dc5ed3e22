package org.closedloop.gateway.in;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.gateway.core.Admission.Admitted;
import org.closedloop.gateway.core.Admission.NotAdmitted;
import org.closedloop.gateway.core.Intake;
import org.closedloop.gateway.core.Replies;
import org.closedloop.gateway.core.StatusTicket;
import org.closedloop.gateway.out.Claims;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.http.RefusedMessages;

/**
 * The HTTP front door: {@code POST /fhir/$process-message} (design section 5). 200 with the hub's
 * answer when accepted, 202 when undecided in time, an OperationOutcome when refused.
 */
@Path("/fhir/$process-message")
public class MessageResource {

  /** Header by which a sender names one sending, so that it may be repeated. */
  static final String REQUEST_ID = "X-Request-ID";

  private final InitiatorDoor door;
  private final Intake intake;
  private final Claims claims;
  private final Undecided undecided;
  private final RefusedMessages refused;

  MessageResource(
      InitiatorDoor door,
      Intake intake,
      Claims claims,
      Undecided undecided,
      RefusedMessages refused) {
    this.door = door;
    this.refused = refused;
    this.intake = intake;
    this.claims = claims;
    this.undecided = undecided;
  }

  /** Takes a message in. */
  @POST
  @Blocking
  public Uni<Response> process(@Context HttpHeaders headers, byte[] body) {
    return door.enter(headers, body, party -> take(party, headers, body));
  }

  private Uni<Response> take(Party party, HttpHeaders headers, byte[] body) {
    FhirFormat format = BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    String requestId = headers.getHeaderString(REQUEST_ID);
    return switch (intake.admit(party, requestId, body, format)) {
      case NotAdmitted no ->
          Uni.createFrom().item(refused.answer(party.id(), requestId, body, no.refusal()));
      case Admitted yes ->
          claims.ask(yes.claim(), yes.message()).chain(verdict -> answer(yes, verdict));
    };
  }

  private Uni<Response> answer(Admitted message, Optional<Verdict> verdict) {
    return verdict.isPresent()
        ? Uni.createFrom().item(decided(message, verdict.get()))
        : undecided.answer(
            message.arrival().sender(),
            new StatusTicket(
                message.claim().claimId(),
                message.claim().referralId(),
                message.arrival().facts().messageId()),
            Optional.of(Replies.undecided(message)));
  }

  private static Response decided(Admitted message, Verdict verdict) {
    return verdict.accepted()
        ? Answers.ok(HubMessages.processMessageAnswer(Replies.accepted(message, verdict)))
        : Answers.refused(Replies.refusal(verdict));
  }
}
