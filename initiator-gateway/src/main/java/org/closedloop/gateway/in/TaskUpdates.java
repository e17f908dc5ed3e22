package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.closedloop.conformance.BodyReader;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.fhir.TaskReader;
import org.closedloop.core.fhir.TaskReading;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.Replies;
import org.closedloop.gateway.core.StatusTicket;
import org.closedloop.gateway.core.TaskUpdate;
import org.closedloop.gateway.out.Claims;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.http.RefusedMessages;

/** Takes in a bare Task: judged, claimed without a payload, answered with the Task as it stands. */
@ApplicationScoped
class TaskUpdates {

  private static final byte[] NO_MESSAGE = new byte[0];

  private final Claims claims;
  private final RecordReader reader;
  private final Undecided undecided;
  private final Clock clock;
  private final RefusedMessages refused;

  TaskUpdates(
      Claims claims,
      RecordReader reader,
      Undecided undecided,
      Clock clock,
      RefusedMessages refused) {
    this.refused = refused;
    this.claims = claims;
    this.reader = reader;
    this.undecided = undecided;
    this.clock = clock;
  }

  Uni<Response> take(Party party, String pathId, HttpHeaders headers, byte[] body) {
    FhirFormat format = BodyRules.format(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    return switch (TaskReader.read(BodyReader.read(body, format))) {
      case TaskReading.Refused no -> refuse(party, headers, body, no.refusal());
      case TaskReading.Read read ->
          TaskUpdate.judge(pathId, read.facts())
              .map(refusal -> refuse(party, headers, body, refusal))
              .orElseGet(() -> ask(party, claim(party, headers, read.facts())));
    };
  }

  private Claim claim(Party party, HttpHeaders headers, TaskFacts task) {
    return TaskUpdate.claim(
        party.id(),
        headers.getHeaderString(MessageResource.REQUEST_ID),
        headers.getHeaderString(HttpHeaders.IF_MATCH),
        task,
        clock.instant());
  }

  private Uni<Response> ask(Party party, Claim claim) {
    return claims.ask(claim, NO_MESSAGE).chain(verdict -> answer(party, claim, verdict));
  }

  private Uni<Response> answer(Party party, Claim claim, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      StatusTicket ticket = new StatusTicket(claim.claimId(), claim.referralId(), "");
      return undecided.answer(party, ticket, Optional.empty());
    }
    return verdict.get().accepted()
        ? reader.task(party.id(), claim.referralId()).map(TaskResource::orNotFound)
        : Uni.createFrom().item(Answers.refused(Replies.taskRefusal(verdict.get())));
  }

  private Uni<Response> refuse(Party party, HttpHeaders headers, byte[] body, Refusal refusal) {
    String requestId = headers.getHeaderString(MessageResource.REQUEST_ID);
    return Uni.createFrom().item(refused.answer(party.id(), requestId, body, refusal));
  }
}
