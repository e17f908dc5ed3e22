package org.closedloop.gateway.in;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.consent.RevocationGate;
import org.closedloop.conformance.consent.RevocationReading;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.Replies;
import org.closedloop.gateway.core.RevocationClaims;
import org.closedloop.gateway.out.Claims;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;
import org.jboss.logging.Logger;

/**
 * {@code POST /fhir/Consent}: a patient of this hospital revokes. 201 when it is on record and
 * every open referral was dealt with, 202 when that is still under way, an OperationOutcome when
 * refused. The Consent itself is not kept, so it cannot be read back.
 */
@Path("/fhir/Consent")
public class ConsentResource {

  private static final Logger LOG = Logger.getLogger(ConsentResource.class);
  private static final byte[] NO_MESSAGE = new byte[0];

  private final InitiatorDoor door;
  private final RevocationGate gate = new RevocationGate();
  private final Claims claims;
  private final Clock clock;

  ConsentResource(InitiatorDoor door, Claims claims, Clock clock) {
    this.door = door;
    this.claims = claims;
    this.clock = clock;
  }

  /** Takes a revocation in. */
  @POST
  @Blocking
  public Uni<Response> create(@Context HttpHeaders headers, byte[] body) {
    return door.enter(headers, body, party -> take(party, headers, body));
  }

  private Uni<Response> take(Party party, HttpHeaders headers, byte[] body) {
    Instant now = clock.instant();
    FhirFormat format = BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    return switch (gate.check(body, format, now)) {
      case RevocationReading.Refused no -> Uni.createFrom().item(refused(party, no.refusal()));
      case RevocationReading.Read yes -> {
        String requestId = headers.getHeaderString(MessageResource.REQUEST_ID);
        Claim claim = RevocationClaims.of(party.id(), requestId, yes, now);
        yield claims.ask(claim, NO_MESSAGE).map(verdict -> answer(claim, verdict));
      }
    };
  }

  private static Response answer(Claim claim, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return Answers.body(202, HubMessages.operationOutcome(List.of(undecided())))
          .header(HttpHeaders.RETRY_AFTER, "1")
          .build();
    }
    return verdict.get().accepted()
        ? Answers.body(201, HubMessages.operationOutcome(verdict.get().findings()))
            .header(HttpHeaders.LOCATION, "/fhir/Consent/" + claim.referralId())
            .build()
        : Answers.refused(Replies.refusal(verdict.get()));
  }

  private static Response refused(Party party, Refusal refusal) {
    LOG.infof(
        "refused what=consent party=%s status=%d rules=%s",
        party.id(), refusal.httpStatus(), refusal.ruleIds());
    return Answers.refused(refusal);
  }

  private static Finding undecided() {
    return Finding.information(
        "undecided",
        "",
        "The revocation is safe with the hub and is not carried out yet. Send it again as it is to"
            + " learn what became of it: it counts once.");
  }
}
